import { days, err, ok, type PersonId, Redacted, type Result, type Tx } from '../../../kernel/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import { mayAnswer } from '../answers/give-answers.ts';
import type { LiveCase } from '../cases/case-store.ts';
import { changeCase, withAnswers } from '../cases/change-case.ts';
import { recordAct } from '../cases/record-act.ts';
import type { Deps } from '../ports.ts';
import type { CaseView, PhoneCodeError } from '../proofing.ts';
import { isLive, isSameHash, phoneCodeHash, typedCode } from './phone-code.ts';
import { Limited, unlessLimited } from './phone-limits.ts';

/**
 * The code that was texted shows that the person holds the phone of the account (A8, A9). It counts once and for ten
 * minutes (A12). Wrong ones are counted over a day, whatever number and however often sent again; when they are used
 * up, the right one does not help either.
 */
export async function confirmPhone(
  deps: Deps,
  person: PersonId,
  typed: Redacted<string>,
): Promise<Result<CaseView, PhoneCodeError>> {
  const code = typedCode(typed.reveal());
  let right = false;
  const tried = await unlessLimited('too-many-tries', () =>
    changeCase<PhoneCodeError>(
      deps,
      person,
      (open, now) => {
        const { answers } = open.contents;
        if (!mayAnswer(open, 'phone-code') || answers.phone?.kind !== 'number')
          return err({ code: 'not-now' });
        if (code === undefined) return err({ code: 'not-a-code' });
        const { phoneCode } = answers;
        if (!isLive(phoneCode, now, deps.settings.phoneCodeLifetime)) return err({ code: 'expired' });
        right = isSameHash(phoneCode.hash, phoneCodeHash(open.key, answers.phone.entry, code));
        if (right)
          return ok(withAnswers(open, { ...answers, phoneCode: { confirmedAt: now.toISOString() } }));
        return ok({ ...open }); // written all the same, so that guesses made at once take turns
      },
      (tx, changed) => count(deps, tx, changed, right),
    ),
  );
  return tried.ok && !right ? err({ code: 'wrong' }) : tried;
}

async function count(deps: Deps, tx: Tx, of: LiveCase, right: boolean): Promise<void> {
  const { settings, stores } = deps;
  const { phone } = of.contents.answers;
  if (phone?.kind !== 'number') return;
  const at = of.touchedAt;
  const dayAgo = new Date(at.getTime() - days(1));
  const wrong = await stores.phoneCodes.since(tx, 'wrong', { person: of.person }, dayAgo);
  const oldest = wrong.at(-settings.phoneCodeTries);
  if (oldest) throw new Limited(new Date(oldest.getTime() + days(1)));
  if (right) return recordAct(deps, tx, of, 'proofing.phone-confirmed');
  const number = new Redacted(phone.number as PhoneNumber);
  await stores.phoneCodes.add(tx, of, { kind: 'wrong', number, at });
}
