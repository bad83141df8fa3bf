import { createHash, randomInt } from 'node:crypto';

/** Crockford's alphabet: nothing in it is misread or misheard as another, and it spells no words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a claimant reads to an agent, such as RCV-7K3M-2QXD. No secret: it opens nothing by itself. */
export function newCaseReference(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `RCV-${group()}-${group()}`;
}

/** What is kept of a link's token. `purpose` keeps the link that shows apart from the one that lets in. */
export const tokenLookup = (purpose: 'status' | 'link', token: string): Buffer =>
  createHash('sha256').update(`recovery-case ${purpose} 1/${token}`).digest();
