import { days, limitsOf } from '../../../kernel/index.ts';

export const liveSelfieLimits = limitsOf('live-selfie', {
  /** A steady hand needs one try, a careful person three. Trying until the movements suit a recording takes far more. */
  'tries-a-day': {
    most: 12,
    within: days(1),
    counts: 'live pictures begun, each with movements of its own',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'A photo, or the same tomorrow.',
  },
  /** A movement takes some five frames to be seen. */
  'frames-a-day': {
    most: 720,
    within: days(1),
    counts: 'frames that were looked into, also in vain',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'A photo, or the same tomorrow.',
  },
});
