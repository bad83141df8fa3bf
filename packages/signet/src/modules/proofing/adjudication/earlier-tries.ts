import { type Clock, days } from '../../../kernel/index.ts';
import { judgeSimilarity } from '../../biometrics/index.ts';
import type { StoredCase } from '../cases/index.ts';
import { type FindingStore, isPhoneConfirmed, type KeptFinding } from '../findings/index.ts';
import { photoRoles } from '../flow/index.ts';
import type { History } from './judgment.ts';

/** The poor photos that the person took before they used one of them as it is: they were told each time what was wrong. */
function poorTries(contents: StoredCase['contents'], of: 'document' | 'face'): number {
  if (!contents) return 0;
  const { photos } = contents.answers;
  const roles = photoRoles.filter((role) => (role === 'selfie') === (of === 'face'));
  const poor = roles.filter((role) => {
    const photo = photos[role];
    return photo && photo.problems.length > 0 && !photo.unseen; // of an unseen one too little was told
  });
  return Math.max(0, ...poor.map((role) => contents.poorPhotos[role] ?? 0));
}

/** Earlier tries: unreadable photos of this case; faces and numbers of the day, so that a new case resets nothing. */
function countTries(
  { contents }: StoredCase,
  ofCase: readonly KeptFinding[],
  ofDay: readonly KeptFinding[],
): History {
  const inCase = ofCase.map((kept) => kept.finding);
  const today = ofDay.map((kept) => kept.finding);
  return {
    documentTries:
      inCase.filter(({ check }) => check === 'document').length + poorTries(contents, 'document'),
    faceTries:
      inCase.filter((found) => found.check === 'face' && !found.compared).length +
      poorTries(contents, 'face'),
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
  of: StoredCase,
  ofCase: readonly KeptFinding[],
): Promise<History> {
  const dayAgo = new Date(clock.now().getTime() - days(1));
  return countTries(of, ofCase, await findings.since(of.person, dayAgo));
}
