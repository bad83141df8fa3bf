import { validityByDates } from '../document/index.ts';
import { type DocumentDefinition, withoutCardType } from '../kind/index.ts';
import { type MrzProblem, mrzProblems } from '../mrz/index.ts';
import { acceptsPassportIssuer } from '../travel-document/index.ts';
import { judgeDataPage } from './judge-data-page.ts';
import { passportPhoto } from './passport-photo.ts';
import { createPassportReader } from './passport-reader.ts';

/** A passport book, of the United States or of any other state: one photo, of its data page (ICAO 9303-4). */
export const passport = {
  form: 'document',
  ratedAs: 'passport',
  captures: {
    'data-page': { by: 'photo', needs: passportPhoto, judgeAtOnce: withoutCardType(judgeDataPage) },
  },
  portraitIn: 'data-page',
  /** ICAO 9303-4 has it on the left, between title and zone. */
  portraitPlace: { across: [0.05, 0.4], down: [0.15, 0.7], height: [0.1, 0.6] },
  createReader: createPassportReader,
  problems: mrzProblems,
  compared: ['familyName', 'givenName', 'birthDate', 'documentNumber', 'expiryDate'],
  acceptsIssuer: acceptsPassportIssuer,
  statesAddress: false,
  expiryOn: validityByDates,
  record: 'passport-office',
} as const satisfies DocumentDefinition<'data-page', MrzProblem>;
