import { days, limitsOf } from '../../../kernel/index.ts';

export const photoLimits = limitsOf('photo', {
  /** Every role retaken seven times. More is a machine. */
  'a-case': {
    most: 24,
    counts: 'photos that were looked into, also in vain',
    by: 'case of a person',
    stranger: 'Nothing.',
    owner: 'Another case.',
  },
  /** Three such cases: giving up and beginning again is no way around. */
  'a-day': {
    most: 72,
    within: days(1),
    counts: 'photos that were looked into, also in vain',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'The same tomorrow.',
  },
});
