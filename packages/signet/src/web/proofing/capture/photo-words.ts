import { AppError } from '../../../kernel/index.ts';
import type { DocumentKind, SlotOf } from '../../../modules/evidence/index.ts';
import type { PhotoRole } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import type { StepVisit } from '../step/index.ts';

interface PhotoWords {
  /** Its name where answers are checked. */
  readonly row: string;
  readonly tips: readonly string[];
  readonly alt: string;
}

interface DocumentPhotoWords extends PhotoWords {
  readonly title: string;
}

/** Each kind of document has words for each photo that it asks for, in every language. */
type WordsOfKinds = { readonly [Kind in DocumentKind]: Readonly<Record<SlotOf<Kind>, DocumentPhotoWords>> };

type AskedPage = Pick<StepVisit, 'frame' | 'view'>;

/** What is said of one photo of the document that this person chose, or of their face. */
export const photoWords = (at: AskedPage, role: PhotoRole): PhotoWords =>
  role === 'selfie' ? words(at.frame.lang).proofing.photo.selfie : documentPhotoWords(at, role);

/** What the page that asks for it is called, in its heading and its window alike. */
export const photoTitle = (at: AskedPage, role: PhotoRole): string =>
  role === 'selfie' ? words(at.frame.lang).proofing.liveSelfie.heading : documentPhotoWords(at, role).title;

function documentPhotoWords({ frame, view }: AskedPage, role: PhotoRole): DocumentPhotoWords {
  const ofKinds: WordsOfKinds = words(frame.lang).proofing.photo.documents;
  const { document } = view.answers;
  const ofKind: Readonly<Partial<Record<PhotoRole, DocumentPhotoWords>>> = document ? ofKinds[document] : {};
  const found = ofKind[role];
  if (!found) throw new AppError('no-such-photo', { message: `${document} has no photo of ${role}` });
  return found;
}
