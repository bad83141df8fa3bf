import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { PersonId } from '../../../kernel/index.ts';
import type { ProviderKeys } from './ports.ts';

export type SharedKey = (name: string, make: () => Promise<string>) => Promise<string>;

/** Signing and cookie keys: made at the very first start, and shared by all processes of the deployment. */
export async function providerKeys(shared: SharedKey): Promise<{
  readonly signingKeys: readonly Record<string, unknown>[];
  readonly cookieKeys: readonly string[];
}> {
  const [es256, rs256, cookies] = await Promise.all([
    shared('sign-es256', () => newSigningKey('ES256')),
    shared('sign-rs256', () => newSigningKey('RS256')),
    shared('cookies', async () => randomBytes(32).toString('base64url')),
  ]);
  return { signingKeys: [JSON.parse(es256), JSON.parse(rs256)], cookieKeys: [cookies] };
}

async function newSigningKey(alg: 'ES256' | 'RS256'): Promise<string> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = randomBytes(8).toString('base64url');
  return JSON.stringify({ ...(await exportJWK(privateKey)), alg, kid, use: 'sig' });
}

/** C3: unguessable, the same each time, another at each sector. */
export const pairwiseIdentifier = async (
  kms: Pick<ProviderKeys, 'pseudonym'>,
  person: PersonId,
  sector: string,
): Promise<string> =>
  (await kms.pseudonym(Buffer.from(JSON.stringify([sector, person])))).toString('base64url');
