import { days, limitsOf } from '../../../kernel/index.ts';

export const repeatedProofingLimits = limitsOf('proving-again', {
  /** Enough for bad luck, too few to try data out (A22). */
  'a-day': {
    most: 3,
    within: days(1),
    counts: 'recoveries begun by proving again',
    by: 'account',
    stranger: 'With the code from a mailbox of the account: use it up for a day.',
    owner: 'The other ways to recover, an agent among them.',
  },
});
