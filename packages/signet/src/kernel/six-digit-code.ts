import { randomInt } from 'node:crypto';
import { Redacted } from './redacted.ts';

/** Six digits from a generator for secrets (A12, B5), for a mail, a text or a call. */
export const newSixDigitCode = (): Redacted<string> =>
  new Redacted(randomInt(1_000_000).toString().padStart(6, '0'));

/** A typed code without the spaces and dashes that people put in. */
export const typedDigits = (typed: string): string => typed.replaceAll(/[\s\p{Pd}]/gu, '');
