import { createHash } from 'node:crypto';
import type Provider from 'oidc-provider';
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
  firstUse: (kind: string, id: string, expiresIn: number) => Promise<boolean>,
): void {
  const unique = (issuer: string, jti: string, expiresAt: number): Promise<boolean> => {
    const id = createHash('sha256')
      .update(JSON.stringify([issuer, jti]))
      .digest('base64url');
    return firstUse('ReplayDetection', id, expiresAt - Math.floor(Date.now() / 1000));
  };
  Object.defineProperty(provider.ReplayDetection, 'unique', { value: unique });
}

export function putRelease(grant: object, release: Release): void {
  Object.assign(grant, { release });
}

export function releaseOf(grant: object | undefined): Release {
  return (grant as { release?: Release } | undefined)?.release ?? nothing;
}
