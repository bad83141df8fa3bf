import jstat from 'jstat';
import { z } from 'zod';

/** How sure an upper limit is: the customary 95 %, one-sided. */
const confidence = 0.95;

/** So many errors in so many tries; `atMost`: the upper 95 % limit of the rate (Clopper and Pearson), 1 where nothing was tried. */
export const errorRate = z.strictObject({
  errors: z.int().min(0),
  of: z.int().min(0),
  atMost: z.number().min(0).max(1),
});
export type ErrorRate = z.infer<typeof errorRate>;

/** Exact, and so never too small: of no errors in `of` tries it is 1 - 0.05^(1/of), as A15 counts zero-error samples. */
export function rateOf(errors: number, of: number): ErrorRate {
  const atMost = errors >= of ? 1 : jstat.jStat.beta.inv(confidence, errors + 1, of - errors);
  return { errors, of, atMost };
}

/** Of what was tried, how many did go wrong. */
export const rateAmong = (wrong: readonly boolean[]): ErrorRate =>
  rateOf(wrong.filter(Boolean).length, wrong.length);
