import type { DocumentFinding } from '../findings/index.ts';
import type { DocumentReasons, Retake } from './retake.ts';

type Passport = DocumentFinding<'passport'>;

/** A passport's words were seen and its zone was not, or no such page was seen at all. */
const noZone = ({ looksLike }: Passport): Retake<'passport'> => ({
  reason: looksLike === 'passport' ? 'page-unreadable' : 'page-is-no-document',
  redo: ['data-page'],
});
const unreadable = (): Retake<'passport'> => ({ reason: 'page-unreadable', redo: ['data-page'] });

/** What a data page says about itself when it cannot be read (A18, D3). */
export const passportReasons: DocumentReasons<'passport'> = {
  mistaken: ({ looksLike }) =>
    looksLike === 'aamva-card' ? { reason: 'page-is-a-license', redo: ['data-page'] } : undefined,
  unreadable: {
    'no-zone': noZone,
    'zone-unreadable': unreadable,
    // a digit that was misread, or one that was changed: another photo tells
    'check-digit': unreadable,
    'another-document': () => ({ reason: 'page-is-another-document', redo: ['data-page'] }),
  },
  unreadablePrint: unreadable,
  noDocument: { reason: 'page-is-no-document', redo: ['data-page'] },
  noPortrait: { reason: 'portrait-not-found', redo: ['data-page'] },
};
