import { type Clock, days } from '../../../kernel/index.ts';
import { judgeSimilarity } from '../../biometrics/index.ts';
import type { StoredCase } from '../cases/index.ts';
import { type FindingStore, isPhoneConfirmed, type KeptFinding } from '../findings/index.ts';
import type { History } from './judgment.ts';

/** Earlier tries: unreadable photos of this case; faces and numbers of the day, so that a new case resets nothing. */
function countTries(ofCase: readonly KeptFinding[], ofDay: readonly KeptFinding[]): History {
  const inCase = ofCase.map((kept) => kept.finding);
  const today = ofDay.map((kept) => kept.finding);
  return {
    documentTries: inCase.filter(({ check }) => check === 'document').length,
    faceTries: inCase.filter((found) => found.check === 'face' && !found.compared).length,
    faceRejections: today.filter(
      (found) => found.check === 'face' && found.compared && judgeSimilarity(found.similarity) === 'reject',
    ).length,
    numberTries: today.filter(({ check }) => check === 'social-security').length,
    phoneRejections: today.filter(
      (found) => found.check === 'phone-carrier' && found.asked && !isPhoneConfirmed(found),
    ).length,
  };
}

export async function historyOf(
  { findings, clock }: { readonly findings: Pick<FindingStore, 'since'>; readonly clock: Clock },
  { person }: StoredCase,
  ofCase: readonly KeptFinding[],
): Promise<History> {
  const dayAgo = new Date(clock.now().getTime() - days(1));
  return countTries(ofCase, await findings.since(person, dayAgo));
}
