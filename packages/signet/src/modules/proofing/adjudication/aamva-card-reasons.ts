import type { DocumentFinding } from '../findings/index.ts';
import type { DocumentReasons, Retake } from './retake.ts';

type AamvaCard = 'license' | 'state-id';

/** A card was seen and its barcode was not, or no card was seen at all. */
const noBarcode = ({ looksLike }: DocumentFinding<AamvaCard>): Retake<AamvaCard> =>
  looksLike === 'aamva-card'
    ? { reason: 'back-unreadable', redo: ['back'] }
    : { reason: 'front-is-no-document', redo: ['front', 'back'] };

/** What the two sides of a license or ID card say about it when they cannot be read (A18, D1, D2). */
export const aamvaCardReasons: DocumentReasons<AamvaCard> = {
  mistaken: ({ looksLike }) =>
    looksLike === 'passport' ? { reason: 'front-is-a-passport', redo: ['front', 'back'] } : undefined,
  unreadable: {
    'no-barcode': noBarcode,
    incomplete: noBarcode,
    'not-aamva': () => ({ reason: 'back-is-another-barcode', redo: ['back'] }),
  },
  unreadablePrint: ({ looksLike }, agreeing) => ({
    reason: agreeing === 0 && looksLike === 'unknown' ? 'front-is-no-document' : 'front-unreadable',
    redo: ['front'],
  }),
  noDocument: { reason: 'front-is-no-document', redo: ['front'] },
  noPortrait: { reason: 'portrait-not-found', redo: ['front'] },
};
