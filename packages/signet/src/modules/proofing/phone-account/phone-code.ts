import { codeHash, type Redacted } from '../../../kernel/index.ts';
import type { PhoneCodeAnswer } from '../flow/index.ts';

/** The case's key is needed to search this for the six digits, and that opens everything in the case anyway. */
export const phoneCodeHash = (caseKey: Redacted<string>, phoneEntry: string, code: string): string =>
  codeHash(caseKey, `phone-code/${phoneEntry}`, code);

/** A code still counts: it is not confirmed yet, and its ten minutes are not over (A12). */
export function isLive(
  code: PhoneCodeAnswer | undefined,
  now: Date,
  lifetime: number,
): code is Extract<PhoneCodeAnswer, { hash: string }> {
  return code !== undefined && 'hash' in code && now.getTime() < Date.parse(code.sentAt) + lifetime;
}
