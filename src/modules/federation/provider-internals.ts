import type Provider from 'oidc-provider';

/** What an agency is given about one person: personal claims, and the levels reached (C2, C8). */
export interface Release {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly levels: Readonly<Record<string, unknown>>;
}

const nothing: Release = { claims: {}, levels: {} };

/**
 * Lets a grant carry its release, so that userinfo needs no person present (DESIGN §4). `oidc-provider` stores only
 * the properties that a model names in `IN_PAYLOAD`; this file is the one place that touches that internal.
 */
export function keepReleaseInGrant(provider: Provider): void {
  const model = provider.Grant as unknown as { IN_PAYLOAD: readonly string[] };
  const names = [...model.IN_PAYLOAD, 'release'];
  Object.defineProperty(provider.Grant, 'IN_PAYLOAD', { get: () => names });
}

export function putRelease(grant: object, release: Release): void {
  Object.assign(grant, { release });
}

export function releaseOf(grant: object | undefined): Release {
  return (grant as { release?: Release } | undefined)?.release ?? nothing;
}
