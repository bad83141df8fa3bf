import type { Photo, PhotoQuality } from '../photo/index.ts';
import type { DocumentFields, FieldComparison } from './document-fields.ts';
import type { PageLayout } from './page-layout.ts';

export const printedKinds = ['aamva-card', 'passport', 'unknown'] as const;
/** What a document looks like by its print, whatever it was said to be. */
export type PrintedKind = (typeof printedKinds)[number];

/** The two cards that a motor vehicle office issues to AAMVA's one design standard, named as their kinds of evidence are. */
export const cardTypes = ['license', 'state-id'] as const;
export type CardType = (typeof cardTypes)[number];

/** What a document states in the form that machines read: a barcode (D1, D2), a machine-readable zone, a chip. */
export interface StatedData {
  readonly fields: DocumentFields;
  readonly issuerId: string;
  /** Which of two cards it says it is; absent where it does not say. */
  readonly cardType?: CardType;
  /** Of the standard by which the data is written; `knownVersion` false degrades, never crashes. */
  readonly version?: number;
  readonly knownVersion?: boolean;
}

/**
 * Everything learned from the photos of one document. It judges nothing: the adjudicator does. `Problem` is why this
 * kind's data could not be read.
 */
export interface DocumentReading<Slot extends string = string, Problem extends string = string> {
  readonly looksLike: PrintedKind;
  /** Which of two cards its print says it is; absent where it says neither, or both. */
  readonly printedCardType?: CardType;
  readonly quality: Readonly<Record<Slot, PhotoQuality>>;
  readonly data:
    | { readonly ok: true; readonly value: StatedData }
    | { readonly ok: false; readonly error: Problem };
  /** What the print alone states, where the data could not be read. Nothing says that OCR read it right. */
  readonly printed?: StatedData;
  readonly comparison: readonly FieldComparison[]; // empty without data
  readonly specimen: boolean; // the print says SPECIMEN
  readonly layout: PageLayout; // of the page that has the portrait
  readonly stages: Readonly<Record<string, number>>; // milliseconds per stage
}

/** Reads one document from the photos of its kind. Throws only on faults of its own. */
export interface DocumentReader<Slot extends string = string, Problem extends string = string> {
  read(photos: Readonly<Record<Slot, Photo>>): Promise<DocumentReading<Slot, Problem>>;
}
