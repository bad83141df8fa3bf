import { createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { AppError, type Redacted } from '../../kernel/index.ts';
import { decrypt, encrypt } from './aead.ts';

const version = 1;
const saltBytes = 32;
const leastSecretBytes = 16;

/**
 * Something (a private key, or what it opened) under a secret that is stored nowhere: AES-256-GCM under HKDF-SHA-256
 * of the secret, with a salt of this wrap. `binding` says whose it is and what for; elsewhere the wrap does not open.
 */
export function wrapUnder(secret: Redacted<Uint8Array>, plaintext: Uint8Array, binding: string): Buffer {
  const salt = randomBytes(saltBytes);
  const encrypted = encrypt(wrapKey(secret, salt, binding), plaintext, binding);
  return Buffer.concat([Buffer.of(version), salt, encrypted]);
}

/** What was wrapped, or undefined for another secret or binding, or a changed wrap. */
export function unwrapUnder(
  secret: Redacted<Uint8Array>,
  wrapped: Uint8Array,
  binding: string,
): Buffer | undefined {
  const bytes = Buffer.from(wrapped);
  if (bytes[0] !== version || bytes.length < 1 + saltBytes) return undefined;
  const key = wrapKey(secret, bytes.subarray(1, 1 + saltBytes), binding);
  return decrypt(key, bytes.subarray(1 + saltBytes), binding);
}

function wrapKey(secret: Redacted<Uint8Array>, salt: Buffer, binding: string): Uint8Array {
  const material = secret.reveal();
  if (material.length < leastSecretBytes) {
    // HKDF does not slow a guesser down: a short secret must be stretched before it comes here
    throw new AppError('vault-secret-too-short', {
      message: `less than ${leastSecretBytes} bytes of secret`,
    });
  }
  const key = createSecretKey(material);
  return new Uint8Array(hkdfSync('sha256', key, salt, `signet vault wrap 1/${binding}`, 32));
}
