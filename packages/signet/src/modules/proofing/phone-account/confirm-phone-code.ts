import {
  countedSince,
  err,
  isSameHash,
  ok,
  type PersonId,
  Redacted,
  type Result,
  type Tx,
  typedCode,
  usedUpUntil,
} from '../../../kernel/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import { type CaseView, type LiveCase, mayAnswer, withAnswers } from '../cases/index.ts';
import type { PhoneCodeError } from './errors.ts';
import { phoneAccountLimits } from './limits.ts';
import { isLive, phoneCodeHash } from './phone-code.ts';
import { Limited, unlessLimited } from './phone-limits.ts';
import type { PhoneNeeds } from './ports.ts';

/**
 * The code that was texted shows that the person holds the phone of the account (A8, A9). It counts once and for ten
 * minutes (A12). Wrong ones are counted over a day, whatever number and however often sent again; when they are used
 * up, the right one does not help either.
 */
export async function confirmPhone(
  needs: PhoneNeeds,
  person: PersonId,
  typed: Redacted<string>,
): Promise<Result<CaseView, PhoneCodeError>> {
  const code = typedCode(typed.reveal(), 6);
  let right = false;
  const tried = await unlessLimited('too-many-tries', () =>
    needs.cases.change<PhoneCodeError>(
      person,
      (open, now) => {
        const { answers } = open.contents;
        if (!mayAnswer(open, 'phone-code') || answers.phone?.kind !== 'number')
          return err({ code: 'not-now' });
        if (code === undefined) return err({ code: 'not-a-code' });
        const { phoneCode } = answers;
        if (!isLive(phoneCode, now, needs.settings.phoneCodeLifetime)) return err({ code: 'expired' });
        right = isSameHash(phoneCode.hash, phoneCodeHash(open.key, answers.phone.entry, code));
        if (right)
          return ok(withAnswers(open, { ...answers, phoneCode: { confirmedAt: now.toISOString() } }));
        return ok({ ...open }); // written all the same, so that guesses made at once take turns
      },
      (tx, changed) => count(needs, tx, changed, right),
    ),
  );
  return tried.ok && !right ? err({ code: 'wrong' }) : tried;
}

async function count(needs: PhoneNeeds, tx: Tx, of: LiveCase, right: boolean): Promise<void> {
  const { codes, cases } = needs;
  const { phone } = of.contents.answers;
  if (phone?.kind !== 'number') return;
  const at = of.touchedAt;
  const limit = phoneAccountLimits.wrong;
  const again = usedUpUntil(limit, await codes.since(tx, 'wrong', of.person, countedSince(limit, at)), at);
  if (again) throw new Limited(again);
  if (right) return cases.record(tx, of, 'proofing.phone-confirmed');
  const number = new Redacted(phone.number as PhoneNumber);
  await codes.add(tx, of, { kind: 'wrong', number, at });
}
