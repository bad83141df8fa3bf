import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { AppError } from '../../kernel/index.ts';

/** Owner of HPKE (RFC 9180, base mode): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, in WebCrypto. */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const version = 1;
const encapsulatedBytes = 32; // Nenc of this KEM, RFC 9180 §7.1
const info = new TextEncoder().encode('signet vault item 1');

export interface KeyPair {
  readonly publicKey: Buffer;
  /** 32 bytes, as RFC 9180 serializes it. */
  readonly privateKey: Buffer;
}

export async function newKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await suite.kem.generateKeyPair();
  return {
    publicKey: Buffer.from(await suite.kem.serializePublicKey(publicKey)),
    privateKey: Buffer.from(await suite.kem.serializePrivateKey(privateKey)),
  };
}

/** Seals to a public key: anyone who has it can, and only the private key opens. `binding` is authenticated. */
export async function sealTo(publicKey: Uint8Array, plaintext: Uint8Array, binding: string): Promise<Buffer> {
  const recipientPublicKey = await suite.kem.importKey('raw', Uint8Array.from(publicKey).buffer, true);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, plaintext, bytesOf(binding));
  return Buffer.concat([Buffer.of(version), Buffer.from(enc), Buffer.from(ct)]);
}

/** Throws AppError `vault-refused` for an item that was changed, or sealed for another person or kind. */
export async function unseal(privateKey: Uint8Array, sealed: Uint8Array, binding: string): Promise<Buffer> {
  try {
    if (sealed[0] !== version) throw new Error('not a sealed item of this version');
    const enc = Uint8Array.from(sealed.subarray(1, 1 + encapsulatedBytes));
    const ct = Uint8Array.from(sealed.subarray(1 + encapsulatedBytes));
    const recipientKey = await suite.kem.importKey('raw', Uint8Array.from(privateKey).buffer, false);
    return Buffer.from(await suite.open({ recipientKey, enc, info }, ct, bytesOf(binding)));
  } catch (cause) {
    throw new AppError('vault-refused', { message: 'a sealed item does not open for its owner', cause });
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
