import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { hours, Redacted, seconds } from '../../../kernel/index.ts';

/**
 * An hour: A12 allows a day for email, but an hour outlasts any usual delay of a mail and is as long as an idle
 * session, which holds what the code is checked with. This confirms an address and authenticates nobody (B5).
 */
export const emailCodeLifetime = hours(1);

/** Wrong codes for one confirmation, counted across codes sent again (B4): one guess in 100,000. */
export const emailCodeTries = 10;

/**
 * The same form sent twice within so long is a second press of its button, not a wish for a second code, which would
 * make the first one worthless.
 */
export const emailDuplicateWithin = seconds(10);

export interface EmailCode {
  readonly code: Redacted<string>;
  readonly token: Redacted<string>;
  /** Stays in the session; without it the row's hash cannot be searched for the six digits. */
  readonly codeSecret: string;
}

export const newEmailCode = (): EmailCode => ({
  code: new Redacted(randomInt(1_000_000).toString().padStart(6, '0')),
  token: new Redacted(randomBytes(32).toString('base64url')),
  codeSecret: randomBytes(32).toString('base64url'),
});

export const emailCodeHash = (codeSecret: string, code: string): Buffer =>
  createHmac('sha256', Buffer.from(codeSecret, 'base64url')).update(code).digest();

export const emailCodeMatches = (codeSecret: string, typed: string, hash: Buffer): boolean =>
  timingSafeEqual(emailCodeHash(codeSecret, typed.replaceAll(/[\s\p{Pd}]/gu, '')), hash);

/** The link's identifier names its row and is the key to it; a wrong shape is not looked up. */
export const isLinkToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);
