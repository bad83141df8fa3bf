import type { Argon2Cost } from '../../../packages/signet/src/kernel/argon2-costs.ts';

/*
 * In the place of the product's own costs: see lanes.ts. What they are there for, that a guess is dear, no test of a
 * module needs, and they were half of the time of those that sign people in or prove them.
 */
export const passwordCost: Argon2Cost = { memoryKib: 256, passes: 2 };

export const guessableCost: Argon2Cost = { memoryKib: 256, passes: 3 };
