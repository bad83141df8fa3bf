import { hours, limitsOf } from '../../../kernel/index.ts';

/** Each is hashed, as a sign-in's is; somebody who looks for one that the rules take is refused before that. */
export const newPasswordLimits = limitsOf('password-set', {
  'an-hour': {
    most: 20,
    within: hours(1),
    counts: 'new passwords that the rules take, before they are hashed',
    by: 'account, or the confirmed address of one that is being made',
    stranger: 'With the mailbox or the session of the owner: use it up for an hour.',
    owner: 'A passkey, or the same an hour later.',
  },
});
