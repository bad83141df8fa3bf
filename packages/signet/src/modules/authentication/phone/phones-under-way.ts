import type { PhoneNumber } from '../../records/index.ts';
import { recoveryUnderWay } from '../session/index.ts';
import type { Phone } from './phone.ts';
import { newPhoneIn, signInCodeIn } from './phone-code.ts';
import { masked, openNumber } from './phone-number-seal.ts';
import { waysTo } from './phone-ways.ts';
import type { PhoneKeys, PhoneSettings } from './ports.ts';
import type { PhoneStore } from './postgres-phones.ts';

interface Needs {
  readonly kms: Pick<PhoneKeys, 'unwrap'>;
  readonly phones: Pick<PhoneStore, 'of'>;
  readonly settings: Pick<PhoneSettings, 'calls'>;
}

export const phoneCodeUnderWay =
  ({ kms, phones, settings }: Needs): Phone['codeUnderWay'] =>
  async ({ session }) => {
    const person = session.person ?? recoveryUnderWay(session)?.person;
    const sent = signInCodeIn(session);
    const phone = person && sent && (await phones.of(person)).find(({ id }) => id === sent.phone);
    if (!phone) return undefined;
    const number = await openNumber(kms, person, phone.id, phone.number);
    return {
      phone: phone.id,
      masked: masked(number.reveal()),
      by: sent.by,
      ways: waysTo(phone.kind, settings.calls),
    };
  };

export const newPhoneUnderWay =
  ({ settings }: Pick<Needs, 'settings'>): Phone['newPhoneUnderWay'] =>
  ({ session }) => {
    const phone = newPhoneIn(session);
    return (
      phone && {
        masked: masked(phone.number as PhoneNumber),
        by: phone.by,
        ways: waysTo(phone.by, settings.calls),
        replaces: phone.replaces,
      }
    );
  };
