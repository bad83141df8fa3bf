import { importJWK, type JWK } from 'jose';
import {
  allowInsecureRequests,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
} from 'openid-client';

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
const ANSWER_WITHIN_SECONDS = 8;
const FRESH_FOR_MS = 3_600_000;
const RETRY_AFTER_MS = 300;

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** ES256 (P-256), with its `kid`. Only its public half is registered at Signet. */
  readonly privateKeyJwk: JWK;
  /** For a sandbox on this machine only: an issuer of http://localhost is refused without it. */
  readonly allowHttpOnLocalhost: boolean;
}

function issuerUrl({ issuer, allowHttpOnLocalhost }: ProviderSettings): URL {
  const url = new URL(issuer);
  const local = url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname);
  if (url.protocol === 'https:' || (local && allowHttpOnLocalhost)) return url;
  throw new Error(
    local
      ? `issuer ${issuer}: set allowHttpOnLocalhost to use plain http in a sandbox`
      : `issuer ${issuer}: it must be https`,
  );
}

function requireSigningKey({ kty, crv, d, kid }: JWK): string {
  if (kty === 'EC' && crv === 'P-256' && d !== undefined && kid !== undefined) return kid;
  throw new Error('privateKeyJwk must be a private ES256 key (EC, P-256) with a kid');
}

async function clientKey(jwk: JWK): Promise<{ key: CryptoKey; kid: string }> {
  const key = await importJWK(jwk, 'ES256');
  if (key instanceof Uint8Array) throw new Error('privateKeyJwk is not an asymmetric key');
  return { key, kid: requireSigningKey(jwk) };
}

async function discover(settings: ProviderSettings): Promise<Configuration> {
  const url = issuerUrl(settings);
  const insecure = url.protocol === 'http:';
  const configuration = await discovery(
    url,
    settings.clientId,
    undefined,
    // The assertion's audience is the issuer, in openid-client 6 by default (P2).
    PrivateKeyJwt(await clientKey(settings.privateKeyJwk)),
    { timeout: ANSWER_WITHIN_SECONDS, execute: insecure ? [allowInsecureRequests] : [] },
  );
  // Checks the ID token's signature too, where OpenID would let TLS stand for it.
  enableNonRepudiationChecks(configuration);
  return configuration;
}

/**
 * Signet's metadata: fetched at the first sign-in, so that an agency starts while Signet is down; tried
 * twice; kept for an hour, and longer while Signet does not answer. Concurrent callers share one fetch.
 */
export function lazyProvider(settings: ProviderSettings): () => Promise<Configuration> {
  issuerUrl(settings);
  requireSigningKey(settings.privateKeyJwk);
  let known: { configuration: Configuration; at: number } | undefined;
  let underway: Promise<Configuration> | undefined;

  const fetchTwice = async (): Promise<Configuration> => {
    try {
      return await discover(settings);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
      return await discover(settings);
    }
  };

  const refresh = async (): Promise<Configuration> => {
    try {
      const configuration = await fetchTwice();
      known = { configuration, at: Date.now() };
      return configuration;
    } catch (error) {
      if (known !== undefined) return known.configuration;
      throw error;
    } finally {
      underway = undefined;
    }
  };

  return async () => {
    if (known !== undefined && Date.now() - known.at < FRESH_FOR_MS) return known.configuration;
    underway ??= refresh();
    return underway;
  };
}
