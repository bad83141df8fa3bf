import { createHash } from 'node:crypto';
import { newCrockford, newToken, Redacted, readCrockford } from '../../../kernel/index.ts';

/** 40 bits: short enough to type, and of no use after a quarter of an hour or once a phone has it. */
const codeLength = 8;

/** What opens a link: the token in the QR code, or the code that is typed. */
export interface LinkSecrets {
  readonly token: Redacted<string>;
  readonly code: Redacted<string>;
}

export const newLinkSecrets = (): LinkSecrets => ({
  token: newToken(),
  code: new Redacted(newCrockford(codeLength)),
});

/** A code as it was typed; undefined when it can be none. */
export const readCode = (typed: string): string | undefined => readCrockford(typed, codeLength);

/** What is kept of a token of 256 bits: there is nothing to guess, so a fast hash does. */
export const tokenDigest = (token: Redacted<string>): Buffer =>
  createHash('sha256').update(`phone-capture 1/${token.reveal()}`).digest();
