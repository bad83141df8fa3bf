import { days } from '../../../kernel/index.ts';
import type { Rung } from './account-recovery.ts';
import type { RecoveryMethod } from './recovery-steps.ts';

/**
 * "This was not me" to a recovery that got through: whoever did it has the mailbox and that very thing, a phone number or
 * the papers, and would be back a minute later. By it none succeeds for so long, unless the person signs in and allows it;
 * by anything else they may. An agent is no thing that one has: what they decide waits, and is told.
 */
export const leakedFor = days(7);

const leaks: Readonly<Record<RecoveryMethod, readonly RecoveryMethod[]>> = {
  password: ['password'],
  totp: ['totp'],
  passkey: ['passkey'],
  'recovery-code': [], // used up
  'text-code': ['text-code', 'voice-code'],
  'voice-code': ['text-code', 'voice-code'],
  proofing: ['proofing'],
  agent: [],
};

/** Methods whose disavowal speaks against this one. */
export const leakedWith = (method: RecoveryMethod): readonly RecoveryMethod[] => leaks[method];

export const anyLeak = (Object.keys(leaks) as RecoveryMethod[]).filter((method) => leaks[method].length > 0);

export const methodsOfRung: Readonly<Record<Rung, readonly RecoveryMethod[]>> = {
  passkey: [], // signs in
  'saved-code': [],
  password: leaks.password,
  app: leaks.totp,
  phone: leaks['text-code'],
  proofing: leaks.proofing,
  none: [],
};
