import { AppError } from '../../../kernel/index.ts';
import type { DocumentKind, SlotOf } from '../../../modules/evidence/index.ts';
import type { PhotoRole } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import type { StepVisit } from '../step/index.ts';

interface PhotoWords {
  /** Its name where answers are checked. */
  readonly row: string;
  readonly title: string;
  readonly tips: readonly string[];
  readonly alt: string;
}

/** Each kind of document has words for each photo that it asks for, in every language. */
type WordsOfKinds = { readonly [Kind in DocumentKind]: Readonly<Record<SlotOf<Kind>, PhotoWords>> };

/** What is said of one photo of the document that this person chose, or of their face. */
export function photoWords({ frame, view }: Pick<StepVisit, 'frame' | 'view'>, role: PhotoRole): PhotoWords {
  const { documents, selfie } = words(frame.lang).proofing.photo;
  if (role === 'selfie') return selfie;
  const ofKinds: WordsOfKinds = documents;
  const { document } = view.answers;
  const ofKind: Readonly<Partial<Record<PhotoRole, PhotoWords>>> = document ? ofKinds[document] : {};
  const found = ofKind[role];
  if (!found) throw new AppError('no-such-photo', { message: `${document} has no photo of ${role}` });
  return found;
}
