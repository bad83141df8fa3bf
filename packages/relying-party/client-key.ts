import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';

const FILE = 'signet-client-key.json';

const privateKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

export type ClientKey = z.infer<typeof privateKeySchema>;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function generate(): Promise<ClientKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return privateKeySchema.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' });
}

/**
 * The agency's signing key, kept in `folder` and made at the first call. The file is readable only by its
 * owner and appears whole or not at all, so a start that is killed half-way leaves no broken key.
 */
export async function loadOrCreateClientKey(folder: string): Promise<ClientKey> {
  const file = path.join(folder, FILE);
  try {
    return privateKeySchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (!isMissing(error)) throw new Error(`${file} is not a client key`, { cause: error });
  }
  const key = await generate();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, JSON.stringify(key), { mode: 0o600 });
  await rename(partial, file);
  return key;
}

/** The public half, as it is registered at Signet. */
export const publicJwks = ({ d: _secret, ...publicKey }: ClientKey): { keys: JWK[] } => ({
  keys: [publicKey],
});
