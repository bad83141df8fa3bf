import { randomBytes } from 'node:crypto';
import { keptFile } from './kept-file.ts';

const BYTES = 32;

/**
 * A random 32-byte key of the agency's own, kept in `folder` under `name` and made at the first call.
 * For the cookie that carries a sign-in from start to finish, and for what else the agency keys.
 */
export async function loadOrCreateSecretKey(folder: string, name: string): Promise<Uint8Array> {
  const text = await keptFile(folder, `${name}.key`, async () => randomBytes(BYTES).toString('base64url'));
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== BYTES) throw new Error(`${folder}/${name}.key is not a 32-byte key`);
  return key;
}
