import { createHash, hkdfSync } from 'node:crypto';
import { inFours, newCrockford, type PersonId, Redacted, readCrockford } from '../../../kernel/index.ts';

/** In groups of four. */
const symbols = 16;

export const codesInASet = 10;

/**
 * 16 symbols of 5 bits: 80 bits. B14 asks for 64; a code also opens the vault, so there are more, and no more than a person
 * copies by hand without a mistake.
 */
export function newRecoveryCode(): Redacted<string> {
  return new Redacted(inFours(newCrockford(symbols)));
}

/** What a person typed, as it was printed; undefined when it cannot be a code. Case, spaces, dashes, O/0, I/L/1. */
export function readRecoveryCode(typed: string): Redacted<string> | undefined {
  const read = readCrockford(typed, symbols);
  return read === undefined ? undefined : new Redacted(inFours(read));
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
