import { adjudicationDefaults } from '../adjudication/index.ts';
import { liveSelfieDefaults } from '../live-selfie/index.ts';

export { showsMovements } from '../live-selfie/index.ts';
export { type AutomatedVerdict, type DocumentTrial, judgeDocumentPhotos } from './judge-document-photos.ts';

/** Of how many movements one try of a live picture consists. */
export const { movementsAsked } = liveSelfieDefaults;
/** How many of the fields that are compared may be unread. */
export const { unreadFields } = adjudicationDefaults;
