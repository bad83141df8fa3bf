import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, EncryptJWT, errors, jwtDecrypt } from 'jose';

const HEADER = { alg: 'dir', enc: 'A256GCM' } as const;
const ALLOWED = { keyManagementAlgorithms: [HEADER.alg], contentEncryptionAlgorithms: [HEADER.enc] };

const isRefusal = (error: unknown): boolean => error instanceof errors.JOSEError;

/** A new session secret: 256 bits, of which the browser's cookie has the only copy. */
export const newSessionSecret = (): string => randomBytes(32).toString('base64url');

/** What the row is found by. It does not give the secret back. */
export const hashOf = (secret: string): Uint8Array => createHash('sha256').update(secret).digest();

const keyOf = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'signet agency session', 32));

/** Seals a session under its own secret: a copied table shows nobody's name and no token. */
export const sealSession = (secret: string, content: object): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader(HEADER)
    .encrypt(keyOf(secret));

/** What `sealSession` sealed, or undefined when it was not sealed under this secret. */
export async function openSession(secret: string, sealed: string): Promise<unknown> {
  try {
    const { plaintext } = await compactDecrypt(sealed, keyOf(secret), ALLOWED);
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** Seals what a cookie carries for a limited time, under the agency's own key. */
export const sealCookie = (
  key: Uint8Array,
  content: Record<string, unknown>,
  seconds: number,
): Promise<string> =>
  new EncryptJWT({ content }).setProtectedHeader(HEADER).setExpirationTime(`${seconds} seconds`).encrypt(key);

/** What `sealCookie` sealed; undefined when it is tampered with, from another key, or too old. */
export async function openCookie(key: Uint8Array, sealed: string): Promise<unknown> {
  try {
    const { payload } = await jwtDecrypt(sealed, key, { ...ALLOWED, requiredClaims: ['exp'] });
    return payload.content;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}
