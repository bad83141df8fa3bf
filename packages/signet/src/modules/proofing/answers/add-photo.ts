import { randomUUID } from 'node:crypto';
import { err, ok, type PersonId, type Result, type Tx } from '../../../kernel/index.ts';
import type { Photo, PhotoQuality } from '../../evidence/index.ts';
import { openImage, sealImage } from '../cases/case-seal.ts';
import type { LiveCase } from '../cases/case-store.ts';
import { changeCase, withAnswers } from '../cases/change-case.ts';
import { afterChange } from '../flow/flow.ts';
import type { PhotoRole } from '../flow/steps.ts';
import type { Deps } from '../ports.ts';
import type { AddPhotoError, CaseView, NotNow } from '../proofing.ts';
import { mayAnswer } from './give-answers.ts';

/**
 * Takes an uploaded file as the photo of `role`. A poor one is kept but not settled: the person is told what is
 * wrong and asked for another, and from the second on may use it anyway, since a measure can be wrong about a
 * worn card or an unsteady hand and the checks will find out.
 */
export async function addPhoto(
  deps: Deps,
  person: PersonId,
  role: PhotoRole,
  bytes: Uint8Array,
): Promise<Result<CaseView, AddPhotoError>> {
  const open = await deps.stores.cases.latest(person);
  if (!open?.contents || !mayAnswer(open, role)) return err({ code: 'not-now' });
  if (isFull(deps, open)) return err({ code: 'too-many-photos' }); // before the costly part, too
  const photo = await deps.intake.take(bytes);
  if (!photo.ok) return err({ code: 'refused', why: photo.error });
  const quality = await deps.intake.measure(photo.value, role);

  const id = randomUUID();
  const added = await changeCase<AddPhotoError['code']>(
    deps,
    person,
    (now, at) => withPhoto(deps, now, role, { id, photo: photo.value, quality, at }),
    (tx, changed) => keepImage(deps, tx, changed, id, photo.value),
  );
  if (!added.ok) return err({ code: added.error === 'too-many-photos' ? 'too-many-photos' : 'not-now' });
  return quality.problems.length === 0 ? added : err(await poorQuality(deps, person, role, quality));
}

const isFull = (deps: Deps, { contents }: LiveCase): boolean =>
  contents.photosTaken >= deps.settings.photosPerCase;

function withPhoto(
  deps: Deps,
  open: LiveCase,
  role: PhotoRole,
  taken: { id: string; photo: Photo; quality: PhotoQuality; at: Date },
): Result<LiveCase, AddPhotoError['code']> {
  if (!mayAnswer(open, role)) return err('not-now');
  const { contents } = open;
  if (isFull(deps, open)) return err('too-many-photos');
  const { width, height } = taken.photo;
  const { problems } = taken.quality;
  const settled = problems.length === 0;
  const answer = { id: taken.id, width, height, settled, problems, takenAt: taken.at.toISOString() };
  const answers = afterChange(contents.answers, role);
  const changed = withAnswers(open, { ...answers, photos: { ...answers.photos, [role]: answer } });
  const poor = (contents.poorPhotos[role] ?? 0) + (settled ? 0 : 1);
  return ok({
    ...changed,
    contents: {
      ...changed.contents,
      photosTaken: contents.photosTaken + 1,
      poorPhotos: { ...contents.poorPhotos, [role]: poor },
    },
  });
}

async function keepImage(deps: Deps, tx: Tx, of: LiveCase, id: string, photo: Photo): Promise<void> {
  const ref = { person: of.person, caseId: of.id, id };
  await deps.stores.blobs.put(tx, ref, sealImage(of.key, of.id, id, photo.jpeg));
}

async function poorQuality(
  deps: Deps,
  person: PersonId,
  role: PhotoRole,
  { problems }: PhotoQuality,
): Promise<AddPhotoError> {
  const open = await deps.stores.cases.latest(person);
  const mayUseAnyway = open?.contents !== undefined && mayUse(deps, open, role);
  return { code: 'poor-quality', problems, mayUseAnyway };
}

const mayUse = (deps: Deps, open: LiveCase, role: PhotoRole): boolean =>
  (open.contents.poorPhotos[role] ?? 0) >= deps.settings.poorPhotosBeforeAnyway;

export function usePhotoAnyway(
  deps: Deps,
  person: PersonId,
  role: PhotoRole,
): Promise<Result<CaseView, NotNow>> {
  return changeCase<NotNow>(deps, person, (open) => {
    const { answers } = open.contents;
    const photo = answers.photos[role];
    if (!photo || !mayAnswer(open, role)) return err('not-now');
    if (photo.settled) return ok(open);
    if (!mayUse(deps, open, role)) return err('not-now');
    return ok(
      withAnswers(open, { ...answers, photos: { ...answers.photos, [role]: { ...photo, settled: true } } }),
    );
  });
}

/** The photo as it was taken, while it is kept. */
export async function photoOf(deps: Deps, open: LiveCase, role: PhotoRole): Promise<Photo | undefined> {
  const answer = open.contents.answers.photos[role];
  if (!answer) return undefined;
  const sealed = await deps.stores.blobs.get({ person: open.person, caseId: open.id, id: answer.id });
  if (!sealed) return undefined;
  const { width, height } = answer;
  return { jpeg: openImage(open.key, open.id, answer.id, sealed), width, height };
}
