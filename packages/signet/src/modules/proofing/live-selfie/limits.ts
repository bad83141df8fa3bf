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

/** Looking at a frame while the person stands before the camera. Each waits for its turn, however many there are. */
export const frameLimits = limitsOf('frame-judging', {
  'at-once': {
    most: 1,
    counts: 'frames of live pictures being looked at, a third of a second of one processor each',
    by: 'process, for all people; networks (IPv6: /48) have their turns in rotation, and a frame follows on a photo',
    stranger:
      'Make them wait for one photo and one frame. From many networks: for a frame of each. In the same network: for a frame of each account.',
    owner: 'Everything: their turn comes right after those.',
  },
  'present-each': {
    most: 1,
    counts: 'frames that wait or are looked at; one more is to be sent again',
    by: 'person, in a process',
    stranger: 'Nothing.',
    owner: 'Everything: the page sends one after the other.',
  },
});
