import { type PersonId, sameSpelling } from '../../kernel/index.ts';
import type { LikenessDigesting } from './ports.ts';
import { stretch } from './stretch.ts';

/**
 * What can be said of an identity later without holding it: whether another one has the same document, or the same name
 * and birth date. Each digest is bound to its account, so that equal ones of two accounts do not meet in a dump.
 */
export interface Likeness {
  readonly document: Buffer; // issuer and number
  readonly person: Buffer; // name and birth date
}

export interface LikenessOf {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string; // ISO
  readonly document: { readonly issuerId: string; readonly number: string };
}

/** What is kept of an identity just verified, and how it compares with what was kept before, under whichever key. */
export interface NewLikeness extends Likeness {
  /** The document or the person is the same: after a renewal of the one, the other still is. */
  isLike(kept: Likeness): Promise<boolean>;
}

/** Takes a fifth of a second: not for the inside of a transaction. */
export type LikenessDigests = (account: PersonId, identity: LikenessOf) => Promise<NewLikeness>;

export function createLikenessDigests(kms: LikenessDigesting): LikenessDigests {
  // document numbers, names and birth dates can be guessed: each account has to be guessed at by itself
  const stretched = (account: PersonId, kind: string, parts: readonly string[]): Promise<Buffer> =>
    stretch(JSON.stringify([kind, ...parts.map(sameSpelling)]), `signet likeness 1/${account}`);
  return async (account, { givenName, familyName, birthDate, document }) => {
    const ofDocument = await stretched(account, 'document', [document.issuerId, document.number]);
    const ofPerson = await stretched(account, 'person', [givenName, familyName, birthDate]);
    return {
      document: await kms.mac('same-person', ofDocument),
      person: await kms.mac('same-person', ofPerson),
      isLike: async (kept) =>
        (await kms.isMac('same-person', ofDocument, kept.document)) ||
        (await kms.isMac('same-person', ofPerson, kept.person)),
    };
  };
}
