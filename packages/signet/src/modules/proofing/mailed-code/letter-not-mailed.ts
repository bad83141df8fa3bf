import type { CaseId } from '../../../kernel/index.ts';
import { type LiveCase, proofingJobNames } from '../cases/index.ts';
import { lettersOf } from './mailed-code.ts';
import type { MailedCodeNeeds } from './ports.ts';

/** The post carries nothing to that address, or could not be handed the letter for days. */
export type WhyNotMailed = 'not-mailable' | 'post-silent';

/**
 * The job: a letter that was announced never left. It is the newest, since the next one is asked for only days after it was
 * given up. Where an earlier one may still come, the case waits for that and the person is told; else the checks go on, and
 * come to somebody who compares the person with the document (A8, A23).
 */
export async function letterNotMailed(needs: MailedCodeNeeds, id: CaseId, why: WhyNotMailed): Promise<void> {
  const { cases, jobs } = needs;
  for (;;) {
    const of = await cases.byId(id);
    if (!of?.contents || of.stage !== 'awaiting-letter') return; // over meanwhile, by its person or by its day
    const changed = withoutNewest(needs, of);
    const isSaved = await cases.save(of, changed, async (tx) => {
      await cases.record(tx, of, 'proofing.letter-not-mailed', { why }, { kind: 'system' });
      if (changed.stage === 'checking') await jobs.enqueue(tx, proofingJobNames.check, { caseId: id });
      else await cases.tellOwner(tx, of, { kind: 'letter-not-mailed' });
    });
    if (isSaved) return;
  }
}

function withoutNewest({ clock }: MailedCodeNeeds, of: LiveCase): LiveCase {
  const now = clock.now();
  const letters = lettersOf(of).slice(0, -1);
  const mailedCode = { for: of.contents.mailedCode?.for ?? '', letters, notMailedAt: now.toISOString() };
  const contents = { ...of.contents, mailedCode, checkedAnewAt: now.toISOString() };
  const newest = letters.at(-1);
  if (newest) return { ...of, contents, touchedAt: now, deleteAt: new Date(newest.until) };
  const { deleteAt: _untilThen, ...rest } = of;
  return {
    ...rest,
    stage: 'checking',
    contents,
    unanswered: 0,
    dueAt: now,
    touchedAt: now,
  };
}
