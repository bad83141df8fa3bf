import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { AppError } from '../../kernel/index.ts';
import { rootKeyIn } from './key-file.ts';
import type { Kms } from './kms.ts';

const version = 1;
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + saltBytes + nonceBytes;
const largestPlaintext = 4096;

/**
 * The KMS of one machine: a root key in a file, and a subkey of it for each purpose. Keys are in this process's
 * memory; an operator who needs them out of reach puts an HSM or a cloud KMS behind the same interface.
 */
export async function openLocalKms(keyFile: string): Promise<Kms> {
  const root = createSecretKey((await rootKeyIn(keyFile)).reveal());
  const signingKey = ed25519From(subkeyBytes(root, 'sign/audit'));
  const subkeys = new Map<string, KeyObject>();
  const subkey = (purpose: string): KeyObject => {
    const key = subkeys.get(purpose) ?? createSecretKey(subkeyBytes(root, purpose));
    subkeys.set(purpose, key);
    return key;
  };
  return {
    async wrap(key, plaintext, context) {
      if (plaintext.length > largestPlaintext) {
        throw new AppError('kms-refused', { message: `more than ${largestPlaintext} bytes to wrap` });
      }
      return seal(subkey(`wrap/${key}`), plaintext, additionalData(key, context));
    },
    async unwrap(key, wrapped, context) {
      return unseal(subkey(`wrap/${key}`), Buffer.from(wrapped), additionalData(key, context));
    },
    async mac(key, data) {
      return createHmac('sha256', subkey(`mac/${key}`))
        .update(data)
        .digest();
    },
    async sign(message) {
      return sign(null, message, signingKey);
    },
    async verifierKey() {
      return createPublicKey(signingKey).export({ type: 'spki', format: 'pem' }).toString();
    },
  };
}

const subkeyBytes = (root: KeyObject, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', root, '', `signet local kms 1/${purpose}`, 32));

/**
 * AES-256-GCM under a key of this message alone (from a random salt), so that no number of messages brings two
 * random nonces under one key near each other (SP 800-38D §8.3 allows 2^32 of them).
 */
function seal(purposeKey: KeyObject, plaintext: Uint8Array, aad: Buffer): Buffer {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', messageKey(purposeKey, salt), nonce).setAAD(aad);
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(version), salt, nonce, body, cipher.getAuthTag()]);
}

function unseal(purposeKey: KeyObject, wrapped: Buffer, aad: Buffer): Buffer {
  try {
    if (wrapped[0] !== version || wrapped.length < headBytes + tagBytes)
      throw new Error('not a wrapped value');
    const salt = wrapped.subarray(1, 1 + saltBytes);
    const nonce = wrapped.subarray(1 + saltBytes, headBytes);
    const decipher = createDecipheriv('aes-256-gcm', messageKey(purposeKey, salt), nonce)
      .setAAD(aad)
      .setAuthTag(wrapped.subarray(-tagBytes));
    return Buffer.concat([decipher.update(wrapped.subarray(headBytes, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new AppError('kms-refused', { message: 'a wrapped value does not unwrap in its context', cause });
  }
}

const messageKey = (purposeKey: KeyObject, salt: Buffer): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', purposeKey, salt, 'message', 32)));

const additionalData = (key: string, context: string): Buffer =>
  Buffer.from(JSON.stringify([version, key, context]));

/** RFC 8410 §7: the PKCS #8 envelope of an Ed25519 private key is this constant and the 32-byte seed. */
const ed25519From = (seed: Buffer): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });
