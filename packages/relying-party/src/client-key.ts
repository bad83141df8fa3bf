import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { keptFile } from './kept-file.ts';

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

async function generate(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' });
}

/** The agency's signing key (ES256), kept in `folder` and made at the first call. */
export async function loadOrCreateClientKey(folder: string): Promise<ClientKey> {
  const text = await keptFile(folder, 'signet-client-key.json', generate);
  return privateKeySchema.parse(JSON.parse(text));
}

/** The public half, as it is registered at Signet. */
export const publicJwks = ({ d: _secret, ...publicKey }: ClientKey): { keys: JWK[] } => ({
  keys: [publicKey],
});
