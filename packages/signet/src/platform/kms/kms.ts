/** Keys that wrap other keys or short secrets. Each use binds a context, so a wrapped value cannot be moved. */
export type WrapKey = 'vault' | 'escrow' | 'case' | 'contact' | 'totp' | 'federation';

/** Keys of keyed digests: look-up indexes and the password pepper. */
export type MacKey = 'ssn-index' | 'contact-index' | 'password-pepper' | 'same-person';

/**
 * The key management service: keys that are used and never seen. The local adapter keeps them in one file; an
 * operator's HSM or cloud KMS answers the same calls. Everything is bytes; faults throw AppError `kms-unavailable`,
 * a value that does not unwrap (tampered, other context, a key that is not there) throws AppError `kms-refused`.
 *
 * All that is kept names its key (`keyIdOf`), so that a key can be replaced while what an earlier one made is still there.
 * Wrapping is ready for that. The keys of digests and of checkpoints stay as they are: a look-up by digest asks for one
 * key alone.
 */
export interface Kms {
  /** Authenticated encryption of at most 4 KiB, bound to `context`, under the key in use now. */
  wrap(key: WrapKey, plaintext: Uint8Array, context: string): Promise<Buffer>;
  /** Under whichever key the envelope names. */
  unwrap(key: WrapKey, wrapped: Uint8Array, context: string): Promise<Buffer>;
  /** The id of its key and 32 bytes of HMAC-SHA-256, under the key in use now or the one that `keyId` names. */
  mac(key: MacKey, data: Uint8Array, keyId?: string): Promise<Buffer>;
  /**
   * Whether `kept` is the digest of `data` under the key that it names, which need not be the one in use now. Makes one
   * digest whatever `kept` is, so that bytes that are none take as long.
   */
  isMac(key: MacKey, data: Uint8Array, kept: Uint8Array): Promise<boolean>;
  /** HMAC-SHA-256, 32 bytes, of what agencies keep for ever: its key is never replaced, and not named in it. */
  pseudonym(data: Uint8Array): Promise<Buffer>;
  /** Ed25519 over audit checkpoints; `verifierKey` is what an auditor checks them with. */
  sign(message: Uint8Array): Promise<Buffer>;
  verifierKey(): Promise<string>; // SPKI PEM
}
