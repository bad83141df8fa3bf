import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { AppError } from '../../kernel/index.ts';
import { headBytes, headOf, keyIdOf } from './key-id.ts';

const form = 2;
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const bodyAt = headBytes + saltBytes + nonceBytes;

/** A key for one purpose, by its id. Undefined: no such key is here. */
export type PurposeKeys = (keyId: string) => KeyObject | undefined;

/**
 * `form | key id | salt | nonce | ciphertext | tag`: AES-256-GCM under a key of this message alone (from a random salt), so
 * that no number of messages brings two random nonces under one key near each other (SP 800-38D §8.3 allows 2^32 of
 * them).
 */
export function seal(keyId: string, key: KeyObject, plaintext: Uint8Array, binding: string): Buffer {
  const head = headOf(form, keyId);
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', messageKey(key, salt), nonce).setAAD(
    additionalData(head, binding),
  );
  return Buffer.concat([head, salt, nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Throws AppError `kms-refused`, naming the key where it is the key that is missing. */
export function unseal(keys: PurposeKeys, sealed: Buffer, binding: string): Buffer {
  if (sealed[0] !== form || sealed.length < bodyAt + tagBytes) {
    throw new AppError('kms-refused', { message: 'not a wrapped value of this form' });
  }
  const key = keys(keyIdOf(sealed));
  if (!key) {
    throw new AppError('kms-refused', {
      message: `a wrapped value names the key ${keyIdOf(sealed)}, which is not here`,
    });
  }
  try {
    const salt = sealed.subarray(headBytes, headBytes + saltBytes);
    const nonce = sealed.subarray(headBytes + saltBytes, bodyAt);
    const decipher = createDecipheriv('aes-256-gcm', messageKey(key, salt), nonce)
      .setAAD(additionalData(sealed.subarray(0, headBytes), binding))
      .setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(bodyAt, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new AppError('kms-refused', { message: 'a wrapped value does not unwrap in its context', cause });
  }
}

const messageKey = (key: KeyObject, salt: Buffer): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, salt, 'message', 32)));

const additionalData = (head: Uint8Array, binding: string): Buffer =>
  Buffer.concat([head, Buffer.from(binding)]);
