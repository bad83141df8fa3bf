import { type BarcodeProblem, barcodeProblems } from '../barcode/index.ts';
import { expiryByDate } from '../document/index.ts';
import type { DocumentDefinition } from '../kind/index.ts';
import { judgeBack } from './judge-back.ts';
import { judgeFront } from './judge-front.ts';
import { acceptsLicenseIssuer } from './license-issuers.ts';
import { licensePhotos } from './license-photos.ts';
import { createLicenseReader } from './license-reader.ts';

/**
 * A driver's license or a state ID, of the United States or Canada: one issuer, one procedure, one card and one strength
 * (A4), so one row.
 */
export const license = {
  form: 'document',
  ratedAs: 'drivers-license',
  captures: {
    front: { by: 'photo', needs: licensePhotos.front, judgeAtOnce: judgeFront },
    back: { by: 'photo', needs: licensePhotos.back, judgeAtOnce: judgeBack },
  },
  portraitIn: 'front',
  /**
   * AAMVA's card design standard has it on the left. A card for those under 21 may stand on end, with the portrait over the
   * fields or beside them.
   */
  portraitPlace: { across: [0.05, 0.5], down: [0.2, 0.8], height: [0.1, 0.6] },
  createReader: createLicenseReader,
  problems: barcodeProblems,
  compared: ['familyName', 'givenName', 'birthDate', 'documentNumber'],
  acceptsIssuer: acceptsLicenseIssuer,
  expiryOn: expiryByDate,
  record: 'motor-vehicles',
} as const satisfies DocumentDefinition<'front' | 'back', BarcodeProblem>;
