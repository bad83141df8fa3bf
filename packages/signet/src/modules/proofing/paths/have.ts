import type { DocumentKind } from '../../evidence/index.ts';
import type { DocumentNotTaken } from '../flow/index.ts';

/** What a person says they have and can do, before any of it is looked at. */
export interface Have {
  /** Also those that are not taken here: they lead nowhere, and that is said at once. */
  readonly documents: readonly (DocumentKind | DocumentNotTaken)[];
  readonly number: 'ssn' | 'itin' | 'none';
  /** A mobile phone in their own name. */
  readonly phone: boolean;
  /** On the device before them. */
  readonly camera: boolean;
  /** A phone that takes the photos, theirs or somebody's: it is not signed in (decision 51). */
  readonly helpingPhone: boolean;
  /** Somebody who takes the photos and hands them over as files. */
  readonly helper: boolean;
  readonly faceCheck: boolean;
  /** Mail reaches them at the address on their ID. */
  readonly mail: boolean;
  /** The name on the document is the one of their social security record. */
  readonly namesAgree: boolean;
  /** Old enough for an account of their own. */
  readonly ofAge: boolean;
}
