import type { DocumentKind, ProblemOf, SlotOf } from '../../evidence/index.ts';
import type { DocumentFinding } from '../findings/index.ts';
import type { ReasonCode } from '../flow/index.ts';

/** A reason, and the photos that are asked for again. */
export interface Retake<Kind extends DocumentKind = DocumentKind> {
  readonly reason: ReasonCode;
  readonly redo: readonly [SlotOf<Kind>, ...SlotOf<Kind>[]];
}

/** What is said of a kind of document that could not be read, and which of its photos helps. */
export interface DocumentReasons<Kind extends DocumentKind = DocumentKind> {
  /** It looks like another document than the one that was chosen. */
  readonly mistaken: (finding: DocumentFinding<Kind>) => Retake<Kind> | undefined;
  /** Its data could not be read. */
  readonly unreadable: Readonly<Record<ProblemOf<Kind>, (finding: DocumentFinding<Kind>) => Retake<Kind>>>;
  /** Too little of its print was read to compare it with the data. `agreeing`: how many fields were. */
  readonly unreadablePrint: (finding: DocumentFinding<Kind>, agreeing: number) => Retake<Kind>;
  /** Its words agree, and it does not stand as such a document does. */
  readonly noDocument: Retake<Kind>;
  /** A portrait that was not found on it. */
  readonly noPortrait: Retake<Kind>;
}
