import { err, newSixDigitCode, ok, Redacted, type Result } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import { type CodeBy, type CodePhone, parseCodePhone } from '../../records/index.ts';
import type { AuthenticatorsOf, Binder } from '../authenticators/index.ts';
import { DuplicateSubmission, type Presence, type Source } from '../session/index.ts';
import { deliverCode } from './deliver-code.ts';
import { phoneCountLimits } from './limits.ts';
import type { NewPhoneProblem, StartPhoneError } from './outcomes.ts';
import type { Phone } from './phone.ts';
import { isDuplicateSubmission, type NewPhone, newPhoneIn, newPhoneTries, phoneKeys } from './phone-code.ts';
import type { LineReport } from './phone-line.ts';
import { numberDigest } from './phone-number-seal.ts';
import type { PhoneKeys, PhoneSettings } from './ports.ts';
import type { PhoneStore } from './postgres-phones.ts';
import { mayCost, type SendNeeds } from './send-phone-code.ts';

interface Needs extends SendNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly authenticators: AuthenticatorsOf;
  readonly binder: Binder;
  readonly kms: Pick<PhoneKeys, 'mac'>;
  readonly phones: Pick<PhoneStore, 'of'>;
  readonly settings: PhoneSettings;
}

const phonesAtMost = phoneCountLimits['an-account'].most;

/** A number that is to get codes (B6): judged by itself, by its country, and by what its carrier says of the line. */
export const startPhone =
  (needs: Needs): Phone['start'] =>
  async (presence, { number: typed, by, replaces, source }) => {
    const { profile, countries, calls } = needs.settings;
    const account = await binds(needs, presence);
    if (!account) return err({ code: 'not-now' });
    if (by === 'voice' && !calls) return refused('no-calls-here');
    const phone = parseCodePhone(typed.reveal(), profile, by);
    if (!phone.ok) return refused(phone.error);
    if (!countries.includes(phone.value.country ?? '')) return refused('country-not-served');
    const { phones } = await needs.authenticators(account.person);
    const old = phones.find(({ id }) => id === replaces)?.id;
    if (!old && phones.length >= phonesAtMost) return err({ code: 'too-many-phones' });
    return send(needs, presence, account, { phone: phone.value, by, replaces: old, source });
  };

export const resendNewPhoneCode =
  (needs: Needs): Phone['resend'] =>
  async (presence, { by, source }) => {
    const account = await binds(needs, presence);
    const earlier = newPhoneIn(presence.session);
    if (!account || !earlier) return err({ code: 'not-now' });
    const { profile, calls } = needs.settings;
    if (by === 'voice' && !calls) return refused('no-calls-here');
    const phone = parseCodePhone(earlier.number, profile, by);
    if (!phone.ok) return refused(phone.error);
    return send(needs, presence, account, { phone: phone.value, by, replaces: earlier.replaces, source });
  };

const refused = (why: NewPhoneProblem): Result<never, StartPhoneError> => err({ code: 'refused', why });

/** The account that may get a phone now: only beside a password is a code by phone a second factor. */
async function binds(needs: Needs, presence: Presence): Promise<Account | undefined> {
  const binding = await needs.binder.bindingOf(presence);
  if (binding?.kind !== 'person') return undefined;
  const { password } = await needs.authenticators(binding.person);
  const account = password ? await needs.accounts.get(binding.person) : undefined;
  return account?.status === 'active' ? account : undefined;
}

interface Wanted {
  readonly phone: CodePhone;
  readonly by: CodeBy;
  readonly replaces: string | undefined;
  readonly source: Source;
}

async function send(
  needs: Needs,
  presence: Presence,
  account: Account,
  { phone, by, replaces, source }: Wanted,
): Promise<Result<Presence, StartPhoneError>> {
  const now = needs.clock.now();
  const earlier = newPhoneIn(presence.session);
  const isSame = (held: NewPhone | undefined) =>
    held?.number === phone.number && isDuplicateSubmission(held, by, now);
  if (isSame(earlier)) return ok(presence);
  const number = new Redacted(phone.number);
  const tooMany = await mayCost(needs, presence, {
    account,
    number,
    source,
    bound: await isBound(needs, account, phone),
  });
  if (tooMany) return err(tooMany);
  const line = await needs.lookUpLine(number);
  const problem = problemOf(line, by);
  if (problem) return refused(problem);
  const code = newSixDigitCode();
  const begun = (held: NewPhone | undefined): NewPhone => ({
    code: code.reveal(),
    by,
    sentAt: now.getTime(),
    number: phone.number,
    // the same number again changes nothing about the wrong codes so far (B4)
    tries: held?.number === phone.number && held.tries < newPhoneTries ? held.tries : 0,
    changedHands: line.changedHands,
    ...(replaces ? { replaces } : {}),
  });
  const delivered = await deliverCode(needs, presence, {
    account,
    to: number,
    by,
    line,
    code,
    sentAt: now,
    purpose: { template: 'new-phone-code' },
    remember(pending) {
      const held = newPhoneIn({ pending });
      if (held?.sentAt !== earlier?.sentAt && isSame(held)) throw new DuplicateSubmission();
      return { [phoneKeys.binding]: begun(held) };
    },
  });
  return ok(delivered);
}

/** A phone of the account that is to be set up anew: strangers who type its number do not use up its codes. */
async function isBound({ kms, phones }: Needs, { person }: Account, phone: CodePhone): Promise<boolean> {
  const digest = await numberDigest(kms, phone);
  return (await phones.of(person)).some((one) => one.digest.equals(digest));
}

/** What only the carrier knows. That the number changed hands lately is told later, to its holder. */
function problemOf({ lineType, inService }: LineReport, by: CodeBy): NewPhoneProblem | undefined {
  if (!inService) return 'out-of-service';
  if (lineType === 'voip') return 'internet-phone';
  return lineType === 'landline' && by === 'text' ? 'gets-no-texts' : undefined;
}
