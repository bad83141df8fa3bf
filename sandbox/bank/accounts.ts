/**
 * How an account at the sandbox's one bank behaves follows from how its number ends, never from chance, so that a test,
 * a demonstration and a bug report all meet the same thing.
 */
export type AccountBehavior =
  | 'pays'
  | 'insufficient-funds' // taken, and sent back
  | 'account-closed' // found out only when it is drawn on
  | 'no-such-account'
  | 'silent'; // the clearing house does not answer

/** Harborside Savings Bank. Routing numbers that begin with 99 belong to no bank. */
export const harborside = { routing: '990000013', name: 'Harborside Savings Bank' } as const;

const endings: readonly (readonly [string, AccountBehavior])[] = [
  ['0001', 'insufficient-funds'],
  ['0002', 'account-closed'],
  ['0003', 'no-such-account'],
  ['0004', 'silent'],
];

export function behaviorOf(routing: string, account: string): AccountBehavior {
  if (routing !== harborside.routing) return 'no-such-account';
  return endings.find(([ending]) => account.endsWith(ending))?.[1] ?? 'pays';
}
