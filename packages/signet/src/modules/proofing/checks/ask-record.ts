import { ok, type Result } from '../../../kernel/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { RecordsUnavailable } from '../../records/index.ts';
import { type LiveCase, needDocument } from '../cases/index.ts';
import { recordLimits } from './limits.ts';

/**
 * Asks an office about somebody, unless what it said no to about this document or this person today is as much as may be
 * tried: then `withheld`. Counted before it is asked, so that no number of accounts at once gets more answers.
 */
export async function askRecord<Answer>(
  quotas: Quotas,
  of: LiveCase,
  ask: () => Promise<Result<Answer, RecordsUnavailable>>,
  isYes: (answer: Answer) => boolean,
): Promise<Result<Answer | 'withheld', RecordsUnavailable>> {
  const { fields, issuerId } = needDocument(of);
  const { documentNumber, familyName, givenName, birthDate } = fields;
  const taken = await quotas.take([
    { limit: recordLimits.document, of: [issuerId, documentNumber].map(plain) },
    { limit: recordLimits.identity, of: [givenName, familyName, birthDate].map(plain) },
  ]);
  if (!taken.allowed) return ok('withheld');
  let isNo = false;
  try {
    const answer = await ask();
    isNo = answer.ok && !isYes(answer.value);
    return answer;
  } finally {
    if (!isNo) await taken.giveBack();
  }
}

/** As two cards of one person may differ: case, accents, spaces and hyphens say nothing about who it is. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
