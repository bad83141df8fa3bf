/**
 * A page of the account and nothing else: no other site, no other path, nothing that a browser could read in two ways
 * (dots, backslashes, encodings). An open redirect after giving a factor would be a phisher's gift.
 */
const accountPath = /^\/account(?:\/[\w-]+)*(?:\?[\w-]+=[\w-]*(?:&[\w-]+=[\w-]*)*)?$/;

const longest = 300;

/** Pages that new accounts use too, or that an agency's request leads to, on which a finished account changes an authenticator. */
const others = ['/sign-up/app', '/recovery-codes', '/sign-in/passkey-needed', '/sign-in/key-needed'];

/** Where to go on after the factor was given: what was asked for where that is a page of the account, else the account. */
export const pageToGoOn = (to: string | undefined): string =>
  to !== undefined && to.length <= longest && (accountPath.test(to) || others.includes(to)) ? to : '/account';

/** The same where there may be none to go back to. */
export const returnPath = (to: string | undefined): string | undefined => (to ? pageToGoOn(to) : undefined);

/** The page that asks for one factor and then leads to `to`. */
export function confirmPath(to: string, typed?: 'password' | 'totp'): string {
  const asked = `/sign-in/confirm?to=${encodeURIComponent(to)}`;
  return typed ? `${asked}&with=${typed}` : asked;
}
