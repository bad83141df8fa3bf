import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect } from 'vitest';
import { signInAt } from '../../support/sites/openid-calls.ts';
import { provenPerson } from '../../support/visitors/verified-visitor.ts';
import type { Module } from '../bench.ts';

/** The assertion is complete, and nothing about the person but levels and a pairwise name is in it. */
export const oidccServer: Module = async ({ world, ana }) => {
  const first = await signInAt(world, world.records, ana.browser);
  const jwks = createRemoteJWKSet(new URL(`${world.origin}/oauth/jwks`));
  const { payload } = await jwtVerify(first.idToken, jwks, {
    issuer: world.origin,
    audience: 'records',
    algorithms: ['ES256'],
  });
  expect(decodeProtectedHeader(first.idToken).kid).toEqual(expect.any(String));
  expect(payload).toMatchObject({
    aud: 'records',
    nonce: first.flow.nonce,
    ial: 2,
    aal: 2,
    fal: 2,
    amr: ['pwd', 'otp', 'mfa'],
    jti: expect.any(String),
    auth_time: expect.any(Number),
  });
  const { exp = 0, iat = 0 } = payload;
  expect(exp - iat).toBe(600);
  const second = await signInAt(world, world.records, ana.browser);
  const again = await jwtVerify(second.idToken, jwks);
  expect(again.payload.jti).not.toBe(payload.jti);
  for (const personal of [provenPerson.familyName, provenPerson.birthDate, ana.ssn, ana.email, ana.person]) {
    expect(JSON.stringify(payload)).not.toContain(personal);
    expect(first.answer.href).not.toContain(encodeURIComponent(personal));
  }
};
