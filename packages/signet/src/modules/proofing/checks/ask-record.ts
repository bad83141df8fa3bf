import { ok, type Result, sameSpelling } from '../../../kernel/index.ts';
import type { NotAnswered, OfficeName, RecordsUnavailable } from '../../records/index.ts';
import { type LiveCase, needDocument } from '../cases/index.ts';
import { askOffice } from './ask-office.ts';
import type { CheckNeeds } from './check.ts';
import { recordLimits } from './limits.ts';

/**
 * Asks an office about somebody, unless it said no about this document or this person as often today as is allowed
 * (`limits.ts`): then `withheld`. Counted before it is asked, so that no number of accounts at once gets more answers.
 */
export async function askRecord<Answer>(
  needs: Pick<CheckNeeds, 'circuits' | 'quotas'>,
  of: LiveCase,
  office: OfficeName,
  ask: () => Promise<Result<Answer, RecordsUnavailable>>,
  isYes: (answer: Answer) => boolean,
): Promise<Result<Answer | 'withheld', NotAnswered>> {
  const { fields, issuerId } = needDocument(of);
  const { documentNumber, familyName, givenName, birthDate } = fields;
  const taken = await needs.quotas.take([
    { limit: recordLimits.document, of: [issuerId, documentNumber].map(sameSpelling) },
    { limit: recordLimits.identity, of: [givenName, familyName, birthDate].map(sameSpelling) },
  ]);
  if (!taken.allowed) return ok('withheld');
  let isNo = false;
  try {
    const answer = await askOffice(needs.circuits, of, office, ask);
    isNo = answer.ok && !isYes(answer.value);
    return answer;
  } finally {
    if (!isNo) await taken.giveBack();
  }
}
