import { limitsOf } from '../../../kernel/index.ts';

/**
 * Past its limit the session that was used longest ago ends, here and at agencies. Sign-ins that wait for the second
 * factor are counted apart: it takes no more than the password to begin one.
 */
export const sessionCountLimits = limitsOf('account-sessions', {
  finished: {
    most: 50,
    counts: 'browsers in which an account is signed in',
    by: 'account',
    stranger: 'Nothing: it takes two factors.',
    owner: 'To sign in again where it ended.',
  },
  'half-done': {
    most: 50,
    counts: 'sign-ins of an account that wait for the second factor',
    by: 'account',
    stranger:
      'With its password: begin fifty more between the owner’s password and code, which ends the owner’s.',
    owner: 'Every session that is signed in. To sign in again, or with a passkey, which is both at once.',
  },
});
