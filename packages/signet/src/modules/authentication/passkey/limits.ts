import { limitsOf } from '../../../kernel/index.ts';

/** Every device, key and password manager of a person, and those that they lost track of. */
export const passkeyLimits = limitsOf('account-passkeys', {
  'an-account': {
    most: 20,
    counts: 'passkeys of an account',
    by: 'account',
    stranger: 'Nothing.',
    owner: 'To take one off, and add another; and every way in that they have.',
  },
});
