import { randomUUID } from 'node:crypto';
import { err, ok, type PersonId, type Result } from '../../../kernel/index.ts';
import {
  type DocumentKind,
  type Photo,
  type PhotoFile,
  type PhotoNeeds,
  type PhotoProblem,
  type PhotoQuality,
  type PhotoRefusal,
  type PhotoSeen,
  photoSlot,
  selfie,
  unusableProblems,
} from '../../evidence/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import {
  type Cases,
  type CaseView,
  type LiveCase,
  mayAnswer,
  type NotNow,
  viewOf,
  withAnswers,
} from '../cases/index.ts';
import { asCardSays, askAgain, type PhotoRole } from '../flow/index.ts';
import { photoLimits } from './limits.ts';
import type { AnswerSettings } from './settings.ts';

export type AddPhotoError =
  | { readonly code: NotNow }
  | { readonly code: 'refused'; readonly why: PhotoRefusal }
  /** Kept but not settled. From the second try on the person may say "use it anyway". */
  | {
      readonly code: 'poor-quality';
      readonly problems: readonly PhotoProblem[];
      readonly mayUseAnyway: boolean;
    }
  | { readonly code: 'too-many-photos' };

/** Photos as they come from a browser. */
export interface PhotoIntake {
  /** What a file's length and first bytes say: all else costs something, and is counted before. */
  sniff(bytes: Uint8Array): Result<PhotoFile, PhotoRefusal>;
  decode(of: PersonId, file: PhotoFile): Promise<Result<Photo, PhotoRefusal>>;
  measure(photo: Photo, needs: PhotoNeeds): Promise<PhotoQuality>;
  /** All that is plainly wrong with it, found within a moment; undefined where nobody can look now. */
  judgeAtOnce(of: PersonId, what: PhotographedPart, photo: Photo): Promise<PhotoSeen | undefined>;
}

/** What is asked for: the face, or a side of the document that was chosen. */
export type PhotographedPart =
  | { readonly role: 'selfie' }
  | { readonly role: Exclude<PhotoRole, 'selfie'>; readonly document: DocumentKind };

export interface PhotoAnswerNeeds {
  readonly cases: Pick<Cases, 'latest' | 'change' | 'keepPhoto'>;
  readonly intake: PhotoIntake;
  readonly quotas: Quotas;
  readonly settings: AnswerSettings;
}

/**
 * Takes an uploaded file as the photo of `role`, and looks at it at once (finding P1). A poor one is kept but not settled: the
 * person is told all that is wrong and asked for another, and from the second on may use it anyway, since a quick look can be
 * wrong about a worn card or an unsteady hand and the checks will find out. Where nobody can look now, the photo is taken and
 * judged by the checks alone.
 */
export async function addPhoto(
  needs: PhotoAnswerNeeds,
  person: PersonId,
  role: PhotoRole,
  bytes: Uint8Array,
  sending?: string,
): Promise<Result<CaseView, AddPhotoError>> {
  const open = await needs.cases.latest(person);
  const wanted = open?.contents && mayAnswer(open, role) ? wantedPhoto(open, role) : undefined;
  if (!open?.contents || !wanted) return err({ code: 'not-now' });
  const sent = open.contents.answers.photos[role];
  if (sent && isSame(sent, sending)) return outcomeOf(needs, person, ok(viewOf(open)), role, sent);
  if (isFull(open)) return err({ code: 'too-many-photos' }); // not even looked at
  const file = needs.intake.sniff(bytes);
  if (!file.ok) return err({ code: 'refused', why: file.error });
  const counted = await countTry(needs, person, role);
  if (!counted.ok) return err({ code: counted.error });
  const photo = await needs.intake.decode(person, file.value);
  if (!photo.ok) return err({ code: 'refused', why: photo.error });
  const seen = await lookAt(needs, person, wanted, photo.value);

  const id = randomUUID();
  const added = await needs.cases.change<NotNow>(
    person,
    (now, at) => withPhoto(now, role, { id, photo: photo.value, seen, at, ...(sending && { sending }) }),
    (tx, changed) => needs.cases.keepPhoto(tx, changed, id, photo.value),
  );
  return added.ok ? outcomeOf(needs, person, added, role, seen) : err({ code: added.error });
}

/** A button pressed twice, or a line that broke after the photo had come: the same sending has the same answer (finding P7). */
const isSame = (sent: { readonly sending?: string }, sending: string | undefined): boolean =>
  sending !== undefined && sent.sending === sending;

async function outcomeOf(
  needs: PhotoAnswerNeeds,
  person: PersonId,
  taken: Result<CaseView, never>,
  role: PhotoRole,
  seen: Pick<Seen, 'problems'>,
): Promise<Result<CaseView, AddPhotoError>> {
  return seen.problems.length === 0 ? taken : err(await poorQuality(needs, person, role, seen));
}

interface Seen extends PhotoSeen {
  readonly unseen?: true;
}

async function lookAt(
  { intake }: PhotoAnswerNeeds,
  person: PersonId,
  { what, needs }: Wanted,
  photo: Photo,
): Promise<Seen> {
  const seen = await intake.judgeAtOnce(person, what, photo);
  if (seen) return seen;
  return { problems: (await intake.measure(photo, needs)).problems, unseen: true };
}

interface Wanted {
  readonly what: PhotographedPart;
  readonly needs: PhotoNeeds;
}

/** What a photo must show and have is known by the kind of document that was chosen. */
function wantedPhoto({ contents }: LiveCase, role: PhotoRole): Wanted | undefined {
  if (role === 'selfie') return { what: { role }, needs: selfie.needs };
  const { document } = contents.answers;
  const slot = document && photoSlot(document, role);
  return slot && { what: { role, document }, needs: slot.needs };
}

/** A try counts before it is made and whatever comes of it: a file that breaks off costs as much as a photo. */
async function countTry(
  { cases, quotas }: PhotoAnswerNeeds,
  person: PersonId,
  role: PhotoRole,
): Promise<Result<CaseView, NotNow | 'too-many-photos'>> {
  const taken = await quotas.take([{ limit: photoLimits['a-day'], of: [person] }]);
  if (!taken.allowed) return err('too-many-photos');
  return cases.change<NotNow | 'too-many-photos'>(person, (open) => {
    if (!mayAnswer(open, role)) return err('not-now');
    if (isFull(open)) return err('too-many-photos');
    return ok({ ...open, contents: { ...open.contents, photosTaken: open.contents.photosTaken + 1 } });
  });
}

const isFull = ({ contents }: LiveCase): boolean => contents.photosTaken >= photoLimits['a-case'].most;

function withPhoto(
  open: LiveCase,
  role: PhotoRole,
  taken: { id: string; photo: Photo; seen: Seen; at: Date; sending?: string },
): Result<LiveCase, NotNow> {
  if (!mayAnswer(open, role)) return err('not-now');
  const { contents } = open;
  const before = contents.answers.photos[role];
  if (before && isSame(before, taken.sending)) return ok(open); // its twin was faster
  const { width, height } = taken.photo;
  const { problems, unseen, cardType } = taken.seen;
  const settled = problems.length === 0;
  const answer = {
    id: taken.id,
    width,
    height,
    settled,
    problems,
    ...(unseen && { unseen }),
    ...(taken.sending && { sending: taken.sending }),
    takenAt: taken.at.toISOString(),
  };
  const answers = asCardSays(askAgain(contents.answers, [role]), cardType, role);
  const changed = withAnswers(open, { ...answers, photos: { ...answers.photos, [role]: answer } });
  const poor = (contents.poorPhotos[role] ?? 0) + (settled ? 0 : 1);
  return ok({
    ...changed,
    contents: {
      ...changed.contents,
      poorPhotos: { ...contents.poorPhotos, [role]: poor },
    },
  });
}

async function poorQuality(
  needs: PhotoAnswerNeeds,
  person: PersonId,
  role: PhotoRole,
  { problems }: Pick<Seen, 'problems'>,
): Promise<AddPhotoError> {
  const open = await needs.cases.latest(person);
  const mayUseAnyway = open?.contents !== undefined && mayUse(needs, open, role);
  return { code: 'poor-quality', problems, mayUseAnyway };
}

/** A quick look can be wrong about how well a photo is to be read, and not about what it says or shows. */
const mayUse = ({ settings }: PhotoAnswerNeeds, { contents }: LiveCase, role: PhotoRole): boolean =>
  (contents.poorPhotos[role] ?? 0) >= settings.poorPhotosBeforeAnyway &&
  !contents.answers.photos[role]?.problems.some((problem) => unusableProblems.includes(problem));

export function usePhotoAnyway(
  needs: PhotoAnswerNeeds,
  person: PersonId,
  role: PhotoRole,
): Promise<Result<CaseView, NotNow>> {
  return needs.cases.change<NotNow>(person, (open) => {
    const { answers } = open.contents;
    const photo = answers.photos[role];
    if (!photo || !mayAnswer(open, role)) return err('not-now');
    if (photo.settled) return ok(open);
    if (!mayUse(needs, open, role)) return err('not-now');
    return ok(
      withAnswers(open, { ...answers, photos: { ...answers.photos, [role]: { ...photo, settled: true } } }),
    );
  });
}
