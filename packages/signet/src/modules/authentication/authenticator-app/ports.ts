/** The part of the KMS that keeps the keys of authenticator apps. */
export interface TotpKeys {
  wrap(key: 'totp', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'totp', wrapped: Uint8Array, context: string): Promise<Buffer>;
}
