import type { PersonId, Tx } from '../../../kernel/index.ts';

/** The part of the KMS that sessions use: where somebody was stays sealed. */
export interface SessionKeys {
  wrap(key: 'contact', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'contact', wrapped: Uint8Array, context: string): Promise<Buffer>;
  mac(key: 'contact-index', data: Uint8Array): Promise<Buffer>;
}

/**
 * Ends, with the transaction, what agencies hold by these sessions of the person's, by their `ref`s: a password that
 * changed, a recovery, an authenticator taken away ends nothing here that goes on there.
 */
export type EndAtAgencies = (tx: Tx, person: PersonId, refs: readonly string[]) => Promise<void>;
