import { createSecretKey, hash, hkdfSync, type KeyObject } from 'node:crypto';
import { AppError } from '../../kernel/index.ts';
import { decrypt, encrypt } from './aead.ts';

/**
 * A token is a key (docs/design.md §4): what is stored under an identifier that only a browser or an agency holds is found
 * by a hash of the identifier and encrypted under a key derived from it. The identifier must be random, with at
 * least 128 bits, and is itself stored nowhere. `purpose` keeps kinds apart: a code's row never opens as a session.
 */
export function sealUnder(
  identifier: string,
  purpose: string,
  plaintext: Uint8Array,
): { readonly lookup: Buffer; readonly sealed: Buffer } {
  return {
    lookup: lookupUnder(identifier, purpose),
    sealed: encrypt(keyOf(identifier, purpose), plaintext, purpose),
  };
}

/** Where `sealUnder` says that it is stored: 32 bytes that tell nothing about the key. */
export const lookupUnder = (identifier: string, purpose: string): Buffer =>
  hash('sha256', JSON.stringify(['signet artifact lookup 1', purpose, identifier]), 'buffer');

/** Throws AppError `artifact-refused` for a row that was changed, or moved from another identifier or purpose. */
export function openUnder(identifier: string, purpose: string, sealed: Uint8Array): Buffer {
  const plaintext = decrypt(keyOf(identifier, purpose), Buffer.from(sealed), purpose);
  if (plaintext) return plaintext;
  throw new AppError('artifact-refused', { message: `a stored artifact (${purpose}) does not open` });
}

const keyOf = (identifier: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', identifier, '', `signet artifact key 1/${purpose}`, 32));

/** Encrypts what travels in its own identifier. `binding` says what it is and whose: it opens as nothing else. */
export interface ContentKey {
  seal(purpose: string, plaintext: Uint8Array, binding: string): Buffer;
  /** Undefined for what was changed, made under another key, or sealed as something else. */
  open(purpose: string, sealed: Uint8Array, binding: string): Buffer | undefined;
}

/** `secret` has 256 random bits. Each purpose has a key of its own, derived once. */
export function contentKey(secret: string): ContentKey {
  const keys = new Map<string, KeyObject>();
  const keyFor = (purpose: string): KeyObject => {
    const known = keys.get(purpose);
    if (known) return known;
    const info = `signet content key 1/${purpose}`;
    const made = createSecretKey(new Uint8Array(hkdfSync('sha256', secret, '', info, 32)));
    keys.set(purpose, made);
    return made;
  };
  return {
    seal: (purpose, plaintext, binding) => encrypt(keyFor(purpose), plaintext, binding),
    open: (purpose, sealed, binding) => decrypt(keyFor(purpose), Buffer.from(sealed), binding),
  };
}
