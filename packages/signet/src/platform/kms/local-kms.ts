import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  sign,
  timingSafeEqual,
} from 'node:crypto';
import { AppError } from '../../kernel/index.ts';
import { seal, unseal } from './envelope.ts';
import { type IfMissing, keysIn } from './key-file.ts';
import { headBytes, headOf, keyIdOf } from './key-id.ts';
import type { Kms, MacKey } from './kms.ts';

const digestForm = 1;
const digestBytes = headBytes + 32;
const largestPlaintext = 4096;

/**
 * The KMS of one machine: root keys in a file, and a subkey of each for each purpose. Keys are in this process's
 * memory; an operator who needs them out of reach puts an HSM or a cloud KMS behind the same interface.
 */
export async function openLocalKms(keyFile: string, ifMissing: IfMissing = 'make'): Promise<Kms> {
  const { rootKeys, use } = await keysIn(keyFile, ifMissing);
  const subkeys = subkeysOf(rootKeys);
  const inUse = (keyId: string, purpose: string): KeyObject => {
    const key = subkeys(keyId, purpose);
    if (!key) throw new AppError('kms-refused', { message: `there is no key ${keyId}` });
    return key;
  };
  const mac = (key: MacKey, data: Uint8Array, keyId: string): Buffer =>
    Buffer.concat([headOf(digestForm, keyId), hmac(inUse(keyId, `mac/${key}`), data)]);
  const signingKey = ed25519From(inUse(use.sign, 'sign/audit'));
  return {
    async wrap(key, plaintext, context) {
      if (plaintext.length > largestPlaintext) {
        throw new AppError('kms-refused', { message: `more than ${largestPlaintext} bytes to wrap` });
      }
      return seal(use.wrap, inUse(use.wrap, `wrap/${key}`), plaintext, boundTo(key, context));
    },
    async unwrap(key, wrapped, context) {
      const keys = (keyId: string) => subkeys(keyId, `wrap/${key}`);
      return unseal(keys, Buffer.from(wrapped), boundTo(key, context));
    },
    async mac(key, data, keyId = use.mac) {
      return mac(key, data, keyId);
    },
    async isMac(key, data, kept) {
      const digest = mac(key, data, isDigest(kept) ? keyIdOf(kept) : use.mac);
      return digest.length === kept.length && timingSafeEqual(digest, kept);
    },
    async pseudonym(data) {
      return hmac(inUse(use.pseudonym, 'pseudonym'), data);
    },
    async sign(message) {
      return sign(null, message, signingKey);
    },
    async verifierKey() {
      return createPublicKey(signingKey).export({ type: 'spki', format: 'pem' }).toString();
    },
  };
}

/** Derived once each: what a sign-in asks for most. */
function subkeysOf(
  rootKeys: ReadonlyMap<string, KeyObject>,
): (keyId: string, purpose: string) => KeyObject | undefined {
  const derived = new Map<string, KeyObject>();
  return (keyId, purpose) => {
    const root = rootKeys.get(keyId);
    const name = `${keyId}/${purpose}`;
    const key = derived.get(name) ?? (root && subkey(root, purpose));
    if (key) derived.set(name, key);
    return key;
  };
}

const subkey = (root: KeyObject, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', root, '', `signet local kms 1/${purpose}`, 32)));

const hmac = (key: KeyObject, data: Uint8Array): Buffer => createHmac('sha256', key).update(data).digest();

const isDigest = (kept: Uint8Array): boolean => kept.length === digestBytes && kept[0] === digestForm;

const boundTo = (key: string, context: string): string => JSON.stringify([key, context]);

/** RFC 8410 §7: the PKCS #8 envelope of an Ed25519 private key is this constant and the 32-byte seed. */
const ed25519From = (seed: KeyObject): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed.export()]),
    format: 'der',
    type: 'pkcs8',
  });
