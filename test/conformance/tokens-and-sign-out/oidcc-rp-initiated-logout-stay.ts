import { expect } from 'vitest';
import { signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';
import { askToSignOut } from '../sign-out-at.ts';

/** A person who stays signed in here is signed out at that agency alone. */
export const oidccRpInitiatedLogoutStay: Module = async ({ world, ana }) => {
  const there = await signInAt(world, world.permits, ana.browser);
  const elsewhere = await signInAt(world, world.records, ana.browser);
  const { answer } = await askToSignOut(world, ana.browser, { id_token_hint: there.idToken });
  await answer({});
  expect((await userinfo(world, there.accessToken)).status).toBe(401);
  expect((await userinfo(world, elsewhere.accessToken)).status).toBe(200);
  expect((await ana.browser.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
};
