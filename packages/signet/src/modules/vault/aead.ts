import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

// Keys are handed over as KeyObjects: raw bytes cost Node several times as much, at every artifact of a sign-in. One that is
// used often is one already.
type Key = Uint8Array | KeyObject;

const keyObjectOf = (key: Key): KeyObject => (key instanceof Uint8Array ? createSecretKey(key) : key);

/** AES-256-GCM (SP 800-38D) with a random nonce: `nonce | ciphertext | tag`. `binding` is authenticated, not kept. */
export function encrypt(key: Key, plaintext: Uint8Array, binding: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyObjectOf(key), nonce).setAAD(Buffer.from(binding));
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** What was encrypted, or undefined when the key or the binding is another or a byte has changed. */
export function decrypt(key: Key, encrypted: Buffer, binding: string): Buffer | undefined {
  if (encrypted.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', keyObjectOf(key), encrypted.subarray(0, nonceBytes))
    .setAAD(Buffer.from(binding))
    .setAuthTag(encrypted.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(encrypted.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    return undefined; // GCM's one answer for all three; the caller knows whether it was to be expected
  }
}
