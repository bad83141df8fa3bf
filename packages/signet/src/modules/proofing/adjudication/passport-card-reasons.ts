import type { DocumentFinding } from '../findings/index.ts';
import type { DocumentReasons, Retake } from './retake.ts';

type PassportCard = DocumentFinding<'passport-card'>;

const otherCard: Retake<'passport-card'> = { reason: 'front-is-another-card', redo: ['front', 'back'] };
const unreadable = (): Retake<'passport-card'> => ({ reason: 'zone-unreadable', redo: ['back'] });

/** What the two sides of a passport card say about it when they cannot be read (A18, D3). */
export const passportCardReasons: DocumentReasons<'passport-card'> = {
  mistaken: ({ looksLike }) => (looksLike === 'aamva-card' ? otherCard : undefined),
  unreadable: {
    'no-zone': ({ looksLike }: PassportCard) => (looksLike === 'passport' ? unreadable() : otherCard),
    'zone-unreadable': unreadable,
    'check-digit': unreadable,
    'another-document': unreadable,
  },
  unreadablePrint: () => ({ reason: 'front-unreadable', redo: ['front'] }),
  noDocument: { reason: 'front-is-another-card', redo: ['front'] },
  noPortrait: { reason: 'portrait-not-found', redo: ['front'] },
};
