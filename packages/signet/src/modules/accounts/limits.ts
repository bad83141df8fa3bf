import { limitsOf } from '../../kernel/index.ts';

/** Enough for home, work and somebody trusted; each gets every notice. */
export const accountLimits = limitsOf('account-holds', {
  'email-addresses': {
    most: 5,
    counts: 'email addresses of an account',
    by: 'account',
    stranger: 'Nothing.',
    owner: 'To take one off, and add another.',
  },
});
