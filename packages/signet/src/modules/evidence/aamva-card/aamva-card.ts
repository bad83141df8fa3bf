import { type BarcodeProblem, barcodeProblems } from '../barcode/index.ts';
import { expiryByDate } from '../document/index.ts';
import type { DocumentDefinition } from '../kind/index.ts';
import { createAamvaCardReader } from './aamva-card-reader.ts';
import { acceptsCardIssuer } from './card-issuers.ts';
import { cardPhotos } from './card-photos.ts';
import { judgeBack } from './judge-back.ts';
import { judgeFront } from './judge-front.ts';

/**
 * What a driver's license and a state ID of the United States or Canada have in common: AAMVA's card design standard is one for
 * both, and one office issues both.
 */
export const aamvaCard = {
  form: 'document',
  captures: {
    front: { by: 'photo', needs: cardPhotos.front, judgeAtOnce: judgeFront },
    back: { by: 'photo', needs: cardPhotos.back, judgeAtOnce: judgeBack },
  },
  portraitIn: 'front',
  /**
   * The standard has it on the left. A card for those under 21 may stand on end, with the portrait over the fields or beside
   * them.
   */
  portraitPlace: { across: [0.05, 0.5], down: [0.2, 0.8], height: [0.1, 0.6] },
  createReader: createAamvaCardReader,
  problems: barcodeProblems,
  compared: ['familyName', 'givenName', 'birthDate', 'documentNumber'],
  acceptsIssuer: acceptsCardIssuer,
  statesAddress: true,
  expiryOn: expiryByDate,
  record: 'motor-vehicles',
} as const satisfies Omit<DocumentDefinition<'front' | 'back', BarcodeProblem>, 'ratedAs'>;
