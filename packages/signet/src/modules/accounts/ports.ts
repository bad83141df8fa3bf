/** The part of the KMS that keeps addresses: sealed to be read, digested to be found. */
export interface ContactKeys {
  wrap(key: 'contact', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'contact', wrapped: Uint8Array, context: string): Promise<Buffer>;
  mac(key: 'contact-index', data: Uint8Array): Promise<Buffer>;
}
