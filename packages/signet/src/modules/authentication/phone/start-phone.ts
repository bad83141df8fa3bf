import { err, ok, Redacted, type Result } from '../../../kernel/index.ts';
import type { Account } from '../../accounts/index.ts';
import { type CodeBy, type CodePhone, parseCodePhone } from '../../records/index.ts';
import type { Authentication } from '../authentication.ts';
import { bindingOf } from '../authenticators/bind-authenticator.ts';
import type { NewPhoneProblem, StartPhoneError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import type { Source } from '../session/circumstances.ts';
import { DuplicateSubmission, unlessDuplicateSubmission } from '../session/duplicate-submission.ts';
import type { Presence } from '../session/session.ts';
import {
  isDuplicateSubmission,
  type NewPhone,
  newPhoneCode,
  newPhoneIn,
  newPhoneTries,
  phoneCodeLifetime,
  phoneKeys,
} from './phone-code.ts';
import type { LineReport } from './phone-line.ts';
import { askedFrom, mayCost, recordSent } from './send-phone-code.ts';

/** A household's phones; each is one more way for a thief. */
const phonesAtMost = 5;

/** A number that is to get codes (B6): judged by itself, by its country, and by what its carrier says of the line. */
export const startPhone =
  (parts: Parts): Authentication['startPhone'] =>
  async (presence, { number: typed, by, replaces, source }) => {
    const { profile, countries, calls } = parts.settings.phones;
    const account = await binds(parts, presence);
    if (!account) return err({ code: 'not-now' });
    if (by === 'voice' && !calls) return refused('no-calls-here');
    const phone = parseCodePhone(typed.reveal(), profile, by);
    if (!phone.ok) return refused(phone.error);
    if (!countries.includes(phone.value.country ?? '')) return refused('country-not-served');
    const { phones } = await parts.authenticators(account.person);
    const old = phones.find(({ id }) => id === replaces)?.id;
    if (!old && phones.length >= phonesAtMost) return err({ code: 'too-many-phones' });
    return send(parts, presence, account, { phone: phone.value, by, replaces: old, source });
  };

export const resendNewPhoneCode =
  (parts: Parts): Authentication['resendNewPhoneCode'] =>
  async (presence, { by, source }) => {
    const account = await binds(parts, presence);
    const earlier = newPhoneIn(presence.session);
    if (!account || !earlier) return err({ code: 'not-now' });
    const { profile, calls } = parts.settings.phones;
    if (by === 'voice' && !calls) return refused('no-calls-here');
    const phone = parseCodePhone(earlier.number, profile, by);
    if (!phone.ok) return refused(phone.error);
    return send(parts, presence, account, { phone: phone.value, by, replaces: earlier.replaces, source });
  };

const refused = (why: NewPhoneProblem): Result<never, StartPhoneError> => err({ code: 'refused', why });

/** Whose account may get a phone now: only beside a password is a code by phone a second factor. */
async function binds(parts: Parts, presence: Presence): Promise<Account | undefined> {
  const binding = await bindingOf(parts, presence);
  if (binding?.kind !== 'person') return undefined;
  const { password } = await parts.authenticators(binding.person);
  const account = password ? await parts.accounts.get(binding.person) : undefined;
  return account?.status === 'active' ? account : undefined;
}

interface Wanted {
  readonly phone: CodePhone;
  readonly by: CodeBy;
  readonly replaces: string | undefined;
  readonly source: Source;
}

async function send(
  parts: Parts,
  presence: Presence,
  account: Account,
  { phone, by, replaces, source }: Wanted,
): Promise<Result<Presence, StartPhoneError>> {
  const now = parts.clock.now();
  const earlier = newPhoneIn(presence.session);
  const isSame = (held: NewPhone | undefined) =>
    held?.number === phone.number && isDuplicateSubmission(held, by, now);
  if (isSame(earlier)) return ok(presence);
  const number = new Redacted(phone.number);
  const tooMany = await mayCost(parts, account, number, source);
  if (tooMany) return err(tooMany);
  const line = await parts.lookUpLine(number);
  const problem = problemOf(line, by);
  if (problem) return refused(problem);
  const code = newPhoneCode();
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
  return ok(
    await unlessDuplicateSubmission(parts.sessions, presence, () =>
      parts.transact(async (tx) => {
        const next = await parts.sessions.setPending(
          presence,
          (pending) => {
            const held = newPhoneIn({ pending });
            if (held?.sentAt !== earlier?.sentAt && isSame(held)) throw new DuplicateSubmission();
            return { [phoneKeys.binding]: begun(held) };
          },
          tx,
        );
        const from = askedFrom(parts, presence);
        const values = { code: code.reveal(), minutes: phoneCodeLifetime / 60_000, from };
        const until = new Date(now.getTime() + phoneCodeLifetime);
        const message = {
          to: number,
          template: 'new-phone-code',
          lang: account.language,
          values,
          until,
        } as const;
        await (by === 'text' ? parts.notices.text(tx, message) : parts.notices.call(tx, message));
        await recordSent(parts, tx, account, by, line);
        return next;
      }),
    ),
  );
}

/** What only the carrier knows. That the number changed hands lately is told later, to who holds it. */
function problemOf({ lineType, inService }: LineReport, by: CodeBy): NewPhoneProblem | undefined {
  if (!inService) return 'out-of-service';
  if (lineType === 'voip') return 'internet-phone';
  return lineType === 'landline' && by === 'text' ? 'gets-no-texts' : undefined;
}
