import { createHash } from 'node:crypto';
import { type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Artifacts, SealedContents } from './artifacts/index.ts';
import { codeInRequest } from './code-in-request.ts';
import type { Release } from './ports.ts';

const nothing: Release = { claims: {}, levels: {} };

/**
 * Lets a grant carry its release, so that userinfo needs no person present (docs/design.md §4). `oidc-provider` stores only
 * the properties that a model names in `IN_PAYLOAD`; this file is the one place that touches that internal.
 */
export function keepReleaseInGrant(provider: Provider): void {
  const model = provider.Grant as unknown as { IN_PAYLOAD: readonly string[] };
  const names = [...model.IN_PAYLOAD, 'release'];
  Object.defineProperty(provider.Grant, 'IN_PAYLOAD', { get: () => names });
}

/**
 * Of a client assertion or DPoP proof presented twice at the same moment, one counts. `oidc-provider` looks first and
 * writes then, which lets both through; `firstUse` does both in one statement.
 */
export function useIdentifiersOnce(
  provider: Provider,
  firstUse: Artifacts['firstUse'],
  sealed: Pick<SealedContents, 'open'>,
): void {
  const unique = async (issuer: string, jti: string, expiresAt: number): Promise<boolean> => {
    const id = createHash('sha256')
      .update(JSON.stringify([issuer, jti]))
      .digest('base64url');
    const ctx = Provider.ctx as KoaContextWithOIDC | undefined;
    const code = ctx && (await codeInRequest(ctx, sealed));
    return firstUse('ReplayDetection', id, expiresAt - Math.floor(Date.now() / 1000), code);
  };
  Object.defineProperty(provider.ReplayDetection, 'unique', { value: unique });
}

/** These are sealed in their own identifier, and stored only where they do not fit. */
const sealedKinds = ['PushedAuthorizationRequest', 'AuthorizationCode', 'AccessToken'] as const;

interface TokenFormat {
  getValueAndPayload(): Promise<{ readonly value: string; readonly payload?: object }>;
}

/**
 * `oidc-provider` has a format for tokens that carry what they stand for: a value, and no payload that it would store.
 * It uses it for JWTs; here it is our own sealing, for one more kind of token.
 */
export function sealInIdentifiers(provider: Provider, { seal }: Pick<SealedContents, 'seal'>): void {
  for (const kind of sealedKinds) {
    const model = provider[kind].prototype as unknown as TokenFormat;
    const { getValueAndPayload } = model;
    const sealing: TokenFormat['getValueAndPayload'] = async function sealing(this: TokenFormat) {
      const opaque = await getValueAndPayload.call(this);
      const value = opaque.payload && (await seal(kind, opaque.payload));
      return value === undefined ? opaque : { value };
    };
    Object.defineProperty(model, 'getValueAndPayload', { value: sealing });
  }
}

export function putRelease(grant: object, release: Release): void {
  Object.assign(grant, { release });
}

export function releaseOf(grant: object | undefined): Release {
  return (grant as { release?: Release } | undefined)?.release ?? nothing;
}
