import { importJWK } from 'jose';
import * as client from 'openid-client';
import { expect } from 'vitest';
import { acr, agree } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** A stock client does it all: discovery, PAR, PKCE, DPoP, `iss`, the ID token's checks and userinfo. */
export const fapi2HappyFlow: Module = async ({ world, ana }) => {
  const { registration, privateKey, redirectUri } = world.records;
  const key = { key: (await importJWK(privateKey, 'ES256')) as CryptoKey, kid: String(privateKey.kid) };
  const config = await client.discovery(
    new URL(world.origin),
    registration.id,
    undefined,
    client.PrivateKeyJwt(key),
    { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] },
  );
  const [verifier, state, nonce] = [
    client.randomPKCECodeVerifier(),
    client.randomState(),
    client.randomNonce(),
  ];
  const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'));
  const url = await client.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: redirectUri,
    scope: 'openid identity ssn',
    acr_values: `${acr.ial2} ${acr.aal2}`,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
  const page = await ana.browser.visit(url, { stopAt: redirectUri });
  const answer = await agree(
    { agency: world.records, state, nonce, verifier, params: {} },
    ana.browser,
    page,
  );
  const checks = {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  };
  const tokens = await client.authorizationCodeGrant(config, answer, checks, undefined, { DPoP });
  expect(tokens.token_type).toBe('dpop');
  const claims = tokens.claims();
  const info = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '', { DPoP });
  expect(info).toMatchObject({ given_name: 'Anastasia', social_security_number: ana.ssn });
};
