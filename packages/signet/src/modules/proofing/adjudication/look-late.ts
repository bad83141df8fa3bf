import type { DocumentKind, Photo, PhotoProblem } from '../../evidence/index.ts';
import type { Cases, LiveCase } from '../cases/index.ts';
import { type AnswerStep, type Answers, courseOf, type PhotoRole, photosOf } from '../flow/index.ts';

/** All that is plainly wrong with a photo, as it is told at once; undefined where nobody can look. */
export type LookLate = (
  of: { readonly role: PhotoRole; readonly document: DocumentKind },
  photo: Photo,
) => Promise<readonly PhotoProblem[] | undefined>;

export interface LookLateNeeds {
  readonly cases: Pick<Cases, 'photo'>;
  readonly lookLate: LookLate;
  readonly settings: { readonly poorPhotosBeforeAnyway: number };
}

/**
 * Finding P2: when a photo has to be asked for again, the others that nobody looked at when they were sent are looked at now,
 * so that all that is wrong is told in one round. Each side so often at most as it is asked for at once: a quick look can be
 * wrong, and then the checks alone decide.
 */
export async function withPoorPhotos(
  needs: LookLateNeeds,
  of: LiveCase,
  redo: readonly AnswerStep[],
): Promise<{ readonly changed: LiveCase; readonly poor: readonly PhotoRole[] }> {
  const { document } = of.contents.answers;
  const roles = photosOf(courseOf(of.contents.answers));
  // a bad face photo alone makes us look at nothing else: the document's photos had passed
  const isOfDocument = roles.some((role) => role !== 'selfie' && redo.includes(role));
  if (!document || !isOfDocument) return { changed: of, poor: [] };
  let changed = of;
  const poor: PhotoRole[] = [];
  for (const role of roles.filter((one) => !redo.includes(one))) {
    const problems = await problemsOf(needs, of, role, document);
    if (problems.length === 0) continue;
    poor.push(role);
    changed = asPoor(changed, role, problems);
  }
  return { changed, poor };
}

async function problemsOf(
  { cases, lookLate, settings }: LookLateNeeds,
  of: LiveCase,
  role: PhotoRole,
  document: DocumentKind,
): Promise<readonly PhotoProblem[]> {
  const { answers, poorPhotos } = of.contents;
  const isTold = (poorPhotos[role] ?? 0) >= settings.poorPhotosBeforeAnyway;
  const photo = answers.photos[role]?.unseen && !isTold ? await cases.photo(of, role) : undefined;
  return (photo && (await lookLate({ role, document }, photo))) ?? [];
}

/** As a photo stands that was told to be poor when it was sent. */
function asPoor(of: LiveCase, role: PhotoRole, problems: readonly PhotoProblem[]): LiveCase {
  const { answers, poorPhotos } = of.contents;
  const sent = answers.photos[role];
  if (!sent) return of;
  const { unseen: _unseen, ...photo } = sent;
  const photos: Answers['photos'] = { ...answers.photos, [role]: { ...photo, settled: false, problems } };
  return {
    ...of,
    contents: {
      ...of.contents,
      answers: { ...answers, photos },
      poorPhotos: { ...poorPhotos, [role]: (poorPhotos[role] ?? 0) + 1 },
    },
  };
}
