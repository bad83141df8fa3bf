import {
  type AccountSlot,
  accountKinds,
  type DocumentKind,
  type DocumentSlot,
  documentKinds,
  slotsOf,
} from '../../evidence/index.ts';

/** Photos that are asked for: of the document, by the names of its kind, and of the person's face. */
export type PhotoRole = DocumentSlot | 'selfie';

/** Steps that ask something; the rest show something. */
export type AnswerStep = 'choose' | 'consent' | PhotoRole | 'ssn' | AccountSlot;
export type StepName = AnswerStep | 'check-answers' | 'checking' | 'letter' | 'decision';

const inOrder = (photos: readonly PhotoRole[]): readonly StepName[] => [
  'choose',
  'consent',
  ...photos,
  ...accountKinds.flatMap((kind) => slotsOf(kind)),
  'ssn', // the last question: its page shows all answers, and sends them
  'check-answers',
  'checking',
  'letter',
  'decision',
];

/** What decides which pages there are. */
export interface Course {
  readonly document?: DocumentKind | undefined;
  /** A code by mail takes the face check's place. */
  readonly withoutFace?: boolean;
}

/**
 * The pages of a proofing, in the order in which a person meets them. They follow from the evidence: each kind asks for
 * what it captures. Before a document is chosen nobody knows which photos will be asked for.
 */
export const stepsOf = (course: Course): readonly StepName[] => inOrder(photosOf(course));

/** Every photo that some kind of document asks for. */
export const documentSlots: readonly DocumentSlot[] = [
  ...new Set(documentKinds.flatMap((kind) => slotsOf(kind))),
];
export const photoRoles: readonly PhotoRole[] = [...documentSlots, 'selfie'];

/** The photos that a case with this document asks for. */
export const photosOf = ({ document, withoutFace }: Course): readonly PhotoRole[] => [
  ...(document ? slotsOf(document) : []),
  ...(withoutFace ? [] : (['selfie'] as const)),
];

/** Every step that there is, whatever the document. */
export const stepNames: readonly StepName[] = inOrder(photoRoles);

/** Steps that ask something. */
export const answerSteps = stepNames.filter(
  (step): step is AnswerStep =>
    step !== 'check-answers' && step !== 'checking' && step !== 'letter' && step !== 'decision',
);

/** What a person may say they have. `available: false` is said honestly: needs a person or a letter. */
const notTakenYet = ['passport', 'mobile-license', 'none-of-these'] as const;
export type DocumentNotTaken = Exclude<(typeof notTakenYet)[number], DocumentKind>;

const isNotTaken = (choice: string): choice is DocumentNotTaken =>
  !documentKinds.some((kind) => kind === choice);

export const documentChoices: readonly (
  | { readonly choice: DocumentKind; readonly available: true }
  | { readonly choice: DocumentNotTaken; readonly available: false }
)[] = [
  ...documentKinds.map((choice) => ({ choice, available: true as const })),
  ...notTakenYet.filter(isNotTaken).map((choice) => ({ choice, available: false as const })),
];

/** Answers are given, then checked, perhaps looked at by an agent or confirmed by a mailed code, and then it is over. */
export const stages = ['collecting', 'checking', 'in-review', 'awaiting-letter', 'ended'] as const;
export type Stage = (typeof stages)[number];

/** What the agency that sent the person asks for. */
export interface Required {
  readonly ial: 1 | 2;
}
