/** Keys that wrap other keys or short secrets. Each use binds a context, so a wrapped value cannot be moved. */
export type WrapKey = 'vault' | 'escrow' | 'case' | 'contact' | 'totp' | 'federation';

/** Keys of keyed digests: look-up indexes and the password pepper. */
export type MacKey = 'ssn-index' | 'contact-index' | 'password-pepper' | 'pairwise' | 'same-person';

/**
 * The key management service: keys that are used and never seen. The local adapter keeps them in one file; an
 * operator's HSM or cloud KMS answers the same calls. Everything is bytes; faults throw AppError `kms-unavailable`,
 * a value that does not unwrap (tampered, other context) throws AppError `kms-refused`.
 */
export interface Kms {
  /** Authenticated encryption of at most 4 KiB, bound to `context`. */
  wrap(key: WrapKey, plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: WrapKey, wrapped: Uint8Array, context: string): Promise<Buffer>;
  /** HMAC-SHA-256, 32 bytes. */
  mac(key: MacKey, data: Uint8Array): Promise<Buffer>;
  /** Ed25519 over audit checkpoints; `verifierKey` is what an auditor checks them with. */
  sign(message: Uint8Array): Promise<Buffer>;
  verifierKey(): Promise<string>; // SPKI PEM
}
