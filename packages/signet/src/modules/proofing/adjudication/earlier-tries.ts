import { days, type PersonId } from '../../../kernel/index.ts';
import { judgeSimilarity } from '../../biometrics/index.ts';
import type { StoredCase } from '../cases/case-store.ts';
import type { KeptFinding } from '../findings/findings.ts';
import type { Deps } from '../ports.ts';
import { isPhoneConfirmed } from './judge-phone.ts';
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
    ssnMismatches: today.filter((found) => found.check === 'social-security' && found.result === 'no-match')
      .length,
    phoneRejections: today.filter(
      (found) => found.check === 'phone-carrier' && found.asked && !isPhoneConfirmed(found),
    ).length,
  };
}

export async function historyOf(
  deps: Deps,
  of: StoredCase,
  ofCase: readonly KeptFinding[],
): Promise<History> {
  return countTries(ofCase, await findingsOfDay(deps, of.person));
}

const findingsOfDay = (deps: Deps, person: PersonId): Promise<readonly KeptFinding[]> =>
  deps.stores.findings.since(person, new Date(deps.clock.now().getTime() - days(1)));
