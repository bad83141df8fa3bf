import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Redacted, typedDigits } from '../../../kernel/index.ts';
import type { PhoneCodeAnswer } from '../flow/index.ts';

/** The case's key is needed to search this for the six digits, and that opens everything in the case anyway. */
export const phoneCodeHash = (caseKey: Redacted<string>, phoneEntry: string, code: string): string =>
  createHmac('sha256', caseKey.reveal()).update(`phone-code/${phoneEntry}/${code}`).digest('base64url');

/** The digits of a typed code; undefined when it can be none. */
export function typedCode(typed: string): string | undefined {
  const digits = typedDigits(typed);
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** A code still counts: it is not confirmed yet, and its ten minutes are not over (A12). */
export function isLive(
  code: PhoneCodeAnswer | undefined,
  now: Date,
  lifetime: number,
): code is Extract<PhoneCodeAnswer, { hash: string }> {
  return code !== undefined && 'hash' in code && now.getTime() < Date.parse(code.sentAt) + lifetime;
}
