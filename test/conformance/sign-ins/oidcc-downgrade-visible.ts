import { decodeJwt } from 'jose';
import { expect } from 'vitest';
import { signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** An agency that demands no level is told the true ones. */
export const oidccDowngradeVisible: Module = async ({ world, bo }) => {
  const { idToken, accessToken } = await signInAt(world, world.permits, bo.browser);
  const acr = `${world.origin}/assurance/ial0-aal2`;
  expect(decodeJwt(idToken)).toMatchObject({ acr, ial: 0, aal: 2, fal: 2 });
  expect((await userinfo(world, accessToken)).json).toMatchObject({ ial: 0, aal: 2 });
};
