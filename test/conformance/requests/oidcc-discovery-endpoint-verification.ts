import { expect } from 'vitest';
import type { Module } from '../bench.ts';

export const oidccDiscoveryEndpointVerification: Module = async ({ world: { origin } }) => {
  const answer = await fetch(`${origin}/.well-known/openid-configuration`);
  const metadata: Record<string, unknown> = await answer.json();
  expect(metadata).toMatchObject({
    issuer: origin,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    subject_types_supported: ['pairwise'],
    authorization_response_iss_parameter_supported: true,
    require_pushed_authorization_requests: true,
    backchannel_logout_supported: true,
  });
  const endpoints = Object.entries(metadata).filter(([name]) => /_endpoint$|^jwks_uri$/.test(name));
  expect(endpoints.length).toBeGreaterThanOrEqual(6);
  for (const [, address] of endpoints) expect(String(address)).toMatch(`${origin}/oauth/`);
  const jwks: { keys: Record<string, unknown>[] } = await (await fetch(String(metadata.jwks_uri))).json();
  expect(jwks.keys.map(({ alg }) => alg).sort()).toEqual(['ES256', 'RS256']);
  for (const key of jwks.keys) expect(key).not.toHaveProperty('d');
};
