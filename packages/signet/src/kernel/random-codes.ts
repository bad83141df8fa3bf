import { randomBytes, randomInt } from 'node:crypto';
import { Redacted } from './redacted.ts';

/** Six digits from a generator for secrets (A12, B5), for a mail, a text or a call. */
export const newSixDigitCode = (): Redacted<string> =>
  new Redacted(randomInt(1_000_000).toString().padStart(6, '0'));

/** 256 bits that nobody guesses, for a link or a cookie. */
export const newToken = (): Redacted<string> => new Redacted(randomBytes(32).toString('base64url'));

/** Whether a text from outside could be a token at all; no other is looked up. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
