import type { AccountDefinition } from '../kind/index.ts';

/** A mobile phone account in the person's own name: the carrier knows whose it is, a code shows who holds the phone. */
export const phoneAccount = {
  form: 'account',
  ratedAs: 'phone-account',
  captures: {
    phone: { by: 'phone-number' },
    'phone-code': { by: 'texted-code' },
  },
  record: 'phone-carrier',
} as const satisfies AccountDefinition;
