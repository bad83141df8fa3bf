import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type PersonId, Redacted } from '../../../kernel/index.ts';

/** Crockford's base 32: no I, L, O or U, so that what is read aloud or copied by hand comes back the same. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const groupLength = 4;

export const codesInASet = 10;

/**
 * 16 symbols of 5 bits: 80 bits. B14 asks for 64; a code also opens the vault, so there are more, and no more than a person
 * copies by hand without a mistake.
 */
export function newRecoveryCode(): Redacted<string> {
  const symbols = [...randomBytes(groups * groupLength)].map((byte) => alphabet[byte % alphabet.length]);
  const group = (n: number) => symbols.slice(n * groupLength, (n + 1) * groupLength).join('');
  return new Redacted(Array.from({ length: groups }, (_, n) => group(n)).join('-'));
}

/** What a person typed, as it was printed; undefined when it cannot be a code. Case, spaces, dashes, O/0, I/L/1. */
export function readRecoveryCode(typed: string): Redacted<string> | undefined {
  const symbols = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (symbols.length !== groups * groupLength) return undefined;
  if (![...symbols].every((symbol) => alphabet.includes(symbol))) return undefined;
  return new Redacted((symbols.match(/.{4}/g) ?? []).join('-'));
}

export interface RecoveryCodeParts {
  /** Finds the row. */
  readonly lookup: Buffer;
  /** SHA-256 of what proves the code; the row keeps this. */
  readonly verifier: Buffer;
  readonly vaultSecret: Redacted<Uint8Array>;
}

/** With 80 bits there is nothing to guess, so a fast hash does (SP 800-63B-4 section 3.1.2.2). */
export function recoveryCodeParts(person: PersonId, code: Redacted<string>): RecoveryCodeParts {
  const part = (purpose: string, length: number) =>
    Buffer.from(hkdfSync('sha256', code.reveal(), person, `signet recovery code 1/${purpose}`, length));
  return {
    lookup: part('lookup', 16),
    verifier: createHash('sha256').update(part('verifier', 32)).digest(),
    vaultSecret: new Redacted(part('vault', 32)),
  };
}
