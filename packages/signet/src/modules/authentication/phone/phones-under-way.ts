import type { PhoneNumber } from '../../records/index.ts';
import type { Authentication } from '../authentication.ts';
import type { Parts } from '../parts.ts';
import { recoveryUnderWay } from '../session/recovery-pending.ts';
import { newPhoneIn, signInCodeIn } from './phone-code.ts';
import { masked, openNumber } from './phone-number-seal.ts';
import { waysTo } from './phone-ways.ts';

export const phoneCodeUnderWay =
  (parts: Parts): Authentication['phoneCodeUnderWay'] =>
  async ({ session }) => {
    const person = session.person ?? recoveryUnderWay(session)?.person;
    const sent = signInCodeIn(session);
    const phone = person && sent && (await parts.phones.of(person)).find(({ id }) => id === sent.phone);
    if (!phone) return undefined;
    const number = await openNumber(parts.kms, person, phone.id, phone.number);
    return {
      phone: phone.id,
      masked: masked(number.reveal()),
      by: sent.by,
      ways: waysTo(phone.kind, parts.settings.phones.calls),
    };
  };

export const newPhoneUnderWay =
  (parts: Parts): Authentication['newPhoneUnderWay'] =>
  ({ session }) => {
    const phone = newPhoneIn(session);
    return (
      phone && {
        masked: masked(phone.number as PhoneNumber),
        by: phone.by,
        ways: waysTo(phone.by, parts.settings.phones.calls),
        replaces: phone.replaces,
      }
    );
  };
