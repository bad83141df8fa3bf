import { days, err, ok, type PersonId, type Redacted, type Result } from '../../../kernel/index.ts';
import { type CaseView, type LiveCase, proofingJobNames, viewOf } from '../cases/index.ts';
import type { MailedCodeError } from './errors.ts';
import { mailedCodeLimits } from './limits.ts';
import { letterOf, lettersOf, typedMailedCode } from './mailed-code.ts';
import type { MailedCodeNeeds } from './ports.ts';

/**
 * The code that was mailed shows that the person gets mail at the address of their document (A8). It counts once and until
 * its day (A12). It verifies nobody: the checks go on from where they were, and what they come to is decided as ever.
 */
export async function confirmMailedCode(
  needs: MailedCodeNeeds,
  person: PersonId,
  typed: Redacted<string>,
): Promise<Result<CaseView, MailedCodeError>> {
  const { clock, cases, quotas } = needs;
  const open = await cases.latest(person);
  if (!open?.contents || open.stage !== 'awaiting-letter') return err({ code: 'not-now' });
  const code = typedMailedCode(typed.reveal());
  if (code === undefined) return err({ code: 'not-a-code' });
  // counted before it is looked at: of guesses made at once none is for free
  const taken = await quotas.take([{ limit: mailedCodeLimits.wrong, of: [person] }]);
  if (!taken.allowed) return err({ code: 'too-many-tries', again: taken.until });
  const letter = letterOf(open, code, clock.now());
  if (!letter) return err({ code: 'wrong', left: taken.left });
  await taken.giveBack();
  const changed = confirmed(needs, open, letter.leavesAt);
  return (await checkOn(needs, open, changed)) ? ok(viewOf(changed)) : err({ code: 'not-now' }); // a second click was faster
}

/** What offices said more than a day ago may have changed. */
const isOld = (of: LiveCase, now: Date): boolean =>
  now.getTime() - Date.parse(lettersOf(of)[0]?.sentAt ?? '') > days(1);

function confirmed({ clock }: MailedCodeNeeds, of: LiveCase, mailedAt: string): LiveCase {
  const now = clock.now();
  const { deleteAt: _untilThen, ...rest } = of;
  const { mailedCode } = of.contents;
  return {
    ...rest,
    stage: 'checking',
    contents: {
      ...of.contents,
      answers: { ...of.contents.answers, ...(isOld(of, now) && { askedAnewAt: now.toISOString() }) },
      ...(mailedCode && { mailedCode: { ...mailedCode, confirmedAt: now.toISOString(), mailedAt } }),
      checkedAnewAt: now.toISOString(),
    },
    unanswered: 0,
    dueAt: now,
    touchedAt: now,
  };
}

const checkOn = ({ cases, jobs }: MailedCodeNeeds, of: LiveCase, changed: LiveCase): Promise<boolean> =>
  cases.save(of, changed, async (tx) => {
    await jobs.enqueue(tx, proofingJobNames.check, { caseId: of.id });
    await cases.record(tx, of, 'proofing.mailed-code-confirmed');
  });
