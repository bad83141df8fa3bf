import type { EvidenceKind as RatedKind } from '../../assurance/index.ts';
import type {
  ComparedField,
  DocumentFields,
  DocumentReader,
  Expiry,
  PortraitPlace,
} from '../document/index.ts';
import type { CaptureSlot, PhotoSlot } from './capture-slot.ts';

/** A document that is photographed and read. Everything that Signet must know of a kind before it takes one. */
export interface DocumentDefinition<Slot extends string = string, Problem extends string = string> {
  readonly form: 'document';
  /** The kind as which it is rated: `assurance` has its strength and the reason for it (A4, A5). */
  readonly ratedAs: RatedKind;
  /** What is captured, in the order in which a person is asked for it. */
  readonly captures: Readonly<Record<Slot, PhotoSlot>>;
  /** The photo that shows the holder's portrait (A10). */
  readonly portraitIn: Slot;
  /** Where on that page it stands. */
  readonly portraitPlace: PortraitPlace;
  /** How it is read. */
  readonly createReader: () => DocumentReader<Slot, Problem>;
  /** Every way in which its data may not be readable. */
  readonly problems: readonly Problem[];
  /** What is compared: fields that must be on the print as the data states them (A18). */
  readonly compared: readonly ComparedField[];
  /** Made-up issuers are taken in the sandbox alone, and real ones only outside it. */
  readonly acceptsIssuer: (issuerId: string, where: { readonly sandbox: boolean }) => boolean;
  /** Whether it says where its holder lives, so that a code can be mailed there (A8). */
  readonly statesAddress: boolean;
  /** How it expires. `today` is `documentDay`. */
  readonly expiryOn: (fields: DocumentFields, today: string) => Expiry;
  /** The name of the record whose keeper answers for it (A1), as `records` calls it. */
  readonly record: string;
}

/** An account that somebody else keeps, asked for by what it is known by: no photo, nothing to read, no last day. */
export interface AccountDefinition<Slot extends string = string> {
  readonly form: 'account';
  readonly ratedAs: RatedKind;
  readonly captures: Readonly<Record<Slot, CaptureSlot>>;
  readonly record: string;
}

export type EvidenceDefinition = DocumentDefinition | AccountDefinition;
