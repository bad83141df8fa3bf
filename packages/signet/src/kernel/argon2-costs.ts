/** What one Argon2id costs: KiB of memory, and passes over them, in one lane. */
export interface Argon2Cost {
  readonly memoryKib: number;
  readonly passes: number;
}

/** Of a password, each time that somebody signs in with it (B3, docs/design.md §6). Kept with each row, so that it can be raised. */
export const passwordCost: Argon2Cost = { memoryKib: 19_456, passes: 2 };

/**
 * Of what can be guessed, such as an SSN: RFC 9106's second recommended memory and passes. A guess takes a tenth of a
 * second of a core, even for somebody who holds the table and the key.
 */
export const guessableCost: Argon2Cost = { memoryKib: 65_536, passes: 3 };
