import type { Clock, PersonId, Redacted, Transact, Tx } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Notices } from '../../notices/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { PhoneLines } from '../../records/index.ts';
import type { PlaceOf } from '../../risk/index.ts';
import type { AuthenticatorsOf, Binder, SecurityNotices } from '../authenticators/index.ts';
import type { Attempts } from '../limits/index.ts';
import { notNowWhenSessionEnded as guarded, type KnownDevices, type Sessions } from '../session/index.ts';
import type { SignInAs } from '../sign-in/index.ts';
import { confirmPhone } from './confirm-phone.ts';
import type { Phone } from './phone.ts';
import { createLookUpLine } from './phone-line.ts';
import { numberDigest, openNumber } from './phone-number-seal.ts';
import { createPhoneSends } from './phone-send-limits.ts';
import { newPhoneUnderWay, phoneCodeUnderWay } from './phones-under-way.ts';
import type { PhoneKeys, PhoneSettings } from './ports.ts';
import type { PhoneStore } from './postgres-phones.ts';
import { removePhone } from './remove-phone.ts';
import { sendPhoneCode } from './send-phone-code.ts';
import { resendNewPhoneCode, startPhone } from './start-phone.ts';
import { createJudgePhoneCode, type JudgePhoneCode, verifyPhoneCode } from './verify-phone-code.ts';

/** What the rooms above ask of a person's phones. */
export interface PhonesOf {
  readonly judgePhoneCode: JudgePhoneCode;
  /** Takes a phone off and tells its holder; false when there is no such phone. */
  removePhone(tx: Tx, person: PersonId, id: string): Promise<boolean>;
  /** B16: those that get texts, which hear of a recovery as well. */
  textedNumbers(person: PersonId): Promise<readonly Redacted<string>[]>;
}

interface PhoneNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly authenticators: AuthenticatorsOf;
  readonly binder: Binder;
  readonly clock: Clock;
  readonly kms: PhoneKeys;
  readonly knownDevices: Pick<KnownDevices, 'own'>;
  /** The carriers of phones that get codes. */
  readonly lines: PhoneLines;
  readonly notices: Pick<Notices, 'call' | 'text'>;
  readonly phones: PhoneStore;
  readonly placeOf: PlaceOf;
  readonly quotas: Quotas;
  readonly securityNotices: Pick<SecurityNotices, 'addressees' | 'disabled' | 'send'>;
  readonly sessions: Pick<Sessions, 'load' | 'setPending'>;
  readonly settings: PhoneSettings;
  readonly signInAs: SignInAs;
  readonly transact: Transact;
}

export function createPhone(needs: PhoneNeeds): { readonly phone: Phone; readonly phonesOf: PhonesOf } {
  const { clock, kms, lines, phones, quotas, settings } = needs;
  const judge = createJudgePhoneCode(needs);
  const lookUpLine = createLookUpLine(lines, clock);
  const phoneSends = createPhoneSends(quotas, clock, settings.perCountryAnHour);
  const all = { ...needs, judge, lookUpLine, phoneSends };
  return {
    phone: {
      sendCode: guarded(sendPhoneCode(all)),
      codeUnderWay: phoneCodeUnderWay(all),
      verify: guarded(verifyPhoneCode(all)),
      has: async (tx, person, number) =>
        phones.has(tx, person, await numberDigest(kms, { number: number.reveal() })),
      lineType: async (number) => (await lookUpLine(number)).lineType,
      calls: settings.calls,
      start: guarded(startPhone(all)),
      resend: guarded(resendNewPhoneCode(all)),
      newPhoneUnderWay: newPhoneUnderWay(all),
      confirm: guarded(confirmPhone(all)),
    },
    phonesOf: {
      judgePhoneCode: judge,
      removePhone: (tx, person, id) => removePhone(all, tx, person, id),
      async textedNumbers(person) {
        const texted = (await phones.of(person)).filter(({ kind }) => kind === 'text');
        return Promise.all(texted.map(({ id, number }) => openNumber(kms, person, id, number)));
      },
    },
  };
}
