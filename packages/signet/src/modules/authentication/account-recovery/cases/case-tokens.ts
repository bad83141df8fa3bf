import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Redacted } from '../../../../kernel/index.ts';

/** Crockford's alphabet: nothing in it is misread or misheard as another, and it spells no words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a claimant reads to an agent, such as RCV-7K3M-2QXD. No secret: it opens nothing by itself. */
export function newCaseReference(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `RCV-${group()}-${group()}`;
}

export const newToken = (): Redacted<string> => new Redacted(randomBytes(32).toString('base64url'));

/** What is kept of a link's token. `purpose` keeps the link that shows apart from the one that lets in. */
export const tokenLookup = (purpose: 'status' | 'link', token: string): Buffer =>
  createHash('sha256').update(`recovery-case ${purpose} 1/${token}`).digest();

export const isToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);
