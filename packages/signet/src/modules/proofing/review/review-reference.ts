import { randomInt } from 'node:crypto';

/** Crockford's alphabet: nothing in it is misread or misheard as another, and it spells no words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a person reads to an agent, such as SGN-7K3M-2QXD: 40 random bits, and no secret. */
export function newReviewReference(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `SGN-${group()}-${group()}`;
}
