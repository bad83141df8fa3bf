import { validityByDates } from '../document/index.ts';
import { type DocumentDefinition, withoutCardType } from '../kind/index.ts';
import { type MrzProblem, mrzProblems } from '../mrz/index.ts';
import { acceptsPassportIssuer } from '../travel-document/index.ts';
import { cardPhotos } from './card-photos.ts';
import { judgeBack, judgeFront } from './judge-sides.ts';
import { createPassportCardReader } from './passport-card-reader.ts';

/** A passport card: portrait and print on the front, the zone on the back (ICAO 9303-5, 9303-8). */
export const passportCard = {
  form: 'document',
  ratedAs: 'passport-card',
  captures: {
    front: { by: 'photo', needs: cardPhotos.front, judgeAtOnce: withoutCardType(judgeFront) },
    back: { by: 'photo', needs: cardPhotos.back, judgeAtOnce: withoutCardType(judgeBack) },
  },
  portraitIn: 'front',
  /** ICAO 9303-5 has it on the left. */
  portraitPlace: { across: [0.05, 0.45], down: [0.2, 0.8], height: [0.1, 0.6] },
  createReader: createPassportCardReader,
  problems: mrzProblems,
  compared: ['familyName', 'givenName', 'birthDate', 'documentNumber', 'expiryDate'],
  acceptsIssuer: acceptsPassportIssuer,
  statesAddress: false,
  expiryOn: validityByDates,
  record: 'passport-office',
} as const satisfies DocumentDefinition<'front' | 'back', MrzProblem>;
