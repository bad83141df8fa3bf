import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect } from 'vitest';
import { newFlow, open, signInAt } from '../../support/sites/openid-calls.ts';
import { headingIn, makeAccount, submit } from '../../support/visitors/signet-visitor.ts';
import type { Module } from '../bench.ts';

/** The logout token: `logout+jwt`, its event, `sid` and `sub` as in the ID token, `jti`, and never a nonce. */
export const oidccBackchannelLogout: Module = async ({ world, listener }) => {
  const { browser } = await makeAccount(world);
  const { idToken } = await signInAt(world, world.permits, browser);
  await submit(browser, await browser.visit(`${world.origin}/account`), '/sign-out');
  const { sid, sub } = decodeJwt(idToken);
  const heard = await listener.heard(1);
  const token = heard.find((one) => decodeJwt(one).sid === sid) ?? '';
  expect(decodeProtectedHeader(token).typ).toBe('logout+jwt');
  const jwks = createRemoteJWKSet(new URL(`${world.origin}/oauth/jwks`));
  const { payload } = await jwtVerify(token, jwks, { issuer: world.origin, audience: 'permits' });
  expect(sid).toEqual(expect.any(String));
  expect(payload).toMatchObject({
    sid,
    sub,
    jti: expect.any(String),
    iat: expect.any(Number),
    exp: expect.any(Number),
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  });
  expect(payload).not.toHaveProperty('nonce');
  expect(headingIn(await open(world, newFlow(world.permits), browser))).toBe('Sign in');
};
