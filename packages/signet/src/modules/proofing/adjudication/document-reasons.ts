import type { DocumentKind } from '../../evidence/index.ts';
import { aamvaCardReasons } from './aamva-card-reasons.ts';
import { passportCardReasons } from './passport-card-reasons.ts';
import { passportReasons } from './passport-reasons.ts';
import type { DocumentReasons } from './retake.ts';

/** One row a kind; a new kind has to say here what it tells a person. */
const documentReasons: { readonly [Kind in DocumentKind]: DocumentReasons<Kind> } = {
  license: aamvaCardReasons,
  'state-id': aamvaCardReasons,
  passport: passportReasons,
  'passport-card': passportCardReasons,
};

export const reasonsFor = <Kind extends DocumentKind>(kind: Kind): DocumentReasons<Kind> =>
  documentReasons[kind];
