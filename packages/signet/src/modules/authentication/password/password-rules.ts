import type { EmailAddress } from '../../accounts/index.ts';
import type { PasswordProblem } from './outcomes.ts';
import { isCommonPassword } from './password-blocklist.ts';

/**
 * B3: 15 characters where a password is the sole factor, 8 where a second one is always asked. Here it is never
 * the sole factor: a password alone opens nothing, not even the pages that would add the second factor
 * (`may-bind.ts`), so the person is asked for 8 and not for 15. `most` bounds the work before hashing (B3 wants
 * 64 or more): 256 code points are 1024 bytes at worst.
 */
export const passwordLength = { least: 8, most: 256 } as const;

/** The form that is measured, compared and hashed, so that two keyboards' spellings are one password (B3). */
export const normalizedPassword = (typed: string): string => typed.normalize('NFC');

/** What is wrong with a password that someone wants to set, with the reason (B3). No rules of composition. */
export function passwordProblem(
  typed: string,
  context: { readonly serviceName: string; readonly address: EmailAddress },
): PasswordProblem | undefined {
  const password = normalizedPassword(typed);
  const length = [...password].length; // code points, not UTF-16 units
  if (length < passwordLength.least) return { code: 'password-too-short', limit: passwordLength.least };
  if (length > passwordLength.most) return { code: 'password-too-long', limit: passwordLength.most };
  if (isCommonPassword(password)) return { code: 'password-too-common' };
  if (isWord(password, [context.serviceName])) {
    return { code: 'password-is-context', context: 'service-name' };
  }
  const address = context.address.normalized.reveal();
  if (isWord(password, [address, ...address.split('@')])) {
    return { code: 'password-is-context', context: 'email-address' };
  }
  return undefined;
}

/** Whole passwords only (B3): the word itself, or the word with nothing but digits and signs around it. */
function isWord(password: string, words: readonly string[]): boolean {
  const bare = (text: string) => text.toLowerCase().replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const folded = bare(password);
  return folded !== '' && words.some((word) => bare(word) === folded);
}
