import type { CardType } from '../document/index.ts';
import type { Pixels } from '../image/index.ts';
import { type PhotoQuality, qualityProblems } from '../photo/index.ts';

/**
 * Everything that may be wrong with a photo and is told on the page where it was sent. A page has words for each, with what
 * to do; a kind of document that needs another adds it here.
 */
export const photoProblems = [
  ...qualityProblems,
  'moved', // blurred along one direction: the hand moved
  'too-far',
  'cut-off',
  // another thing than the one asked for
  'no-document',
  'other-side',
  'other-document',
  'document-as-selfie',
  // what machines read
  'no-barcode',
  'barcode-glare',
  'barcode-unread',
  'other-barcode',
  'zone-unread',
  // what it says
  'expired',
  'not-accepted', // an issuer that is not taken here
  // faces
  'no-portrait',
  'no-face',
  'several-faces',
  'face-too-small',
] as const;
export type PhotoProblem = (typeof photoProblems)[number];

/** What the document itself says, or that it is another: no photo of this one will do. */
export const anotherDocumentProblems: readonly PhotoProblem[] = ['expired', 'not-accepted', 'other-document'];

/**
 * A photo with one of these is not used anyway. What the document says of itself stays so, whoever looks; and a photo of another
 * side or thing shows nothing of the one that was asked for.
 */
export const unusableProblems: readonly PhotoProblem[] = [
  ...anotherDocumentProblems,
  'other-side',
  'document-as-selfie',
];

export type FacesSeen = 'one' | 'none' | 'several' | 'too-small';

/** Looks for faces, whichever way up the photo lies. */
export interface FaceSearch {
  /** The holder's portrait on a document, also a small one; pale copies of it are not counted. */
  onDocument(photo: Pixels): Promise<FacesSeen>;
  /** The person in front of the camera; takes a tenth of the time where there is no face. */
  ofPerson(photo: Pixels): Promise<FacesSeen>;
}

/** What a quick look at one photo is given. */
export interface PhotoLook {
  readonly photo: Pixels;
  readonly quality: PhotoQuality;
  readonly faces: FaceSearch;
  /** `documentDay`. */
  readonly today: string;
  /** Made-up issuers are taken in the sandbox alone. */
  readonly sandbox: boolean;
}

/** What it tells. */
export interface PhotoSeen {
  readonly problems: readonly PhotoProblem[];
  /** Which of two cards it says it is. */
  readonly cardType?: CardType;
}

/**
 * Says at once, while the card is still in the hand, what is plainly wrong with one photo (finding P1): all of it, in under
 * two seconds of one processor. It lets nobody in. Whatever it overlooks the reading of the document finds, which is done in
 * any case and alone decides. So it names only what it is sure of, and its work is bounded by tries and pixels.
 */
export type JudgeAtOnce = (look: PhotoLook) => Promise<PhotoSeen>;

/** For photos that cannot say which of two cards they show. */
export const withoutCardType =
  (judge: (look: PhotoLook) => Promise<readonly PhotoProblem[]>): JudgeAtOnce =>
  async (look) => ({ problems: await judge(look) });
