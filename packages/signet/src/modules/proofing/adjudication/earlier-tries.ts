import { type Clock, days } from '../../../kernel/index.ts';
import { judgeSimilarity } from '../../biometrics/index.ts';
import type { StoredCase } from '../cases/index.ts';
import { type Finding, type FindingStore, isPhoneConfirmed, type KeptFinding } from '../findings/index.ts';
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
  ofLately: readonly KeptFinding[],
  dayAgo: Date,
): History {
  const ofDay = ofLately.filter(({ at }) => at > dayAgo);
  const inCase = ofCase.map((kept) => kept.finding);
  const today = ofDay.map((kept) => kept.finding);
  return {
    documentTries:
      inCase.filter(({ check }) => check === 'document').length + poorTries(contents, 'document'),
    faceTries: inCase.filter((found) => isFaceMissing(found)).length + poorTries(contents, 'face'),
    faceRejections: today.filter(isFaceRejected).length,
    earlierFaceRejections: ofLately.filter(({ finding }) => isFaceRejected(finding)).length,
    numberTries: today.filter(({ check }) => check === 'social-security').length,
    phoneRejections: today.filter(
      (found) => found.check === 'phone-carrier' && found.asked && !isPhoneConfirmed(found),
    ).length,
  };
}

/** As long as letters may be under way, and their codes count. */
const rejectionsCountFor = days(60);

const isFaceRejected = (found: Finding): boolean =>
  found.check === 'face' && found.compared && judgeSimilarity(found.similarity) === 'reject';

const isFaceMissing = (found: Finding): boolean =>
  (found.check === 'face' && !found.compared) || (found.check === 'portrait' && !found.found);

export async function historyOf(
  { findings, clock }: { readonly findings: Pick<FindingStore, 'since'>; readonly clock: Clock },
  of: StoredCase,
  ofCase: readonly KeptFinding[],
): Promise<History> {
  const dayAgo = new Date(clock.now().getTime() - days(1));
  const longAgo = new Date(clock.now().getTime() - rejectionsCountFor);
  return countTries(of, ofCase, await findings.since(of.person, longAgo), dayAgo);
}
