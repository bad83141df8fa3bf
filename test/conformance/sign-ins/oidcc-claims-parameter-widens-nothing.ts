import { expect } from 'vitest';
import { signInAt, userinfo } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** The `claims` parameter chooses among what the person agreed to give; it brings nothing else. */
export const oidccClaimsParameter: Module = async ({ world, ana }) => {
  const claims = JSON.stringify({
    userinfo: { social_security_number: { essential: true }, birthdate: null },
  });
  for (const agency of [world.permits, world.records]) {
    const { accessToken } = await signInAt(world, agency, ana.browser, { scope: 'openid email', claims });
    const { json } = await userinfo(world, accessToken);
    expect(json).not.toHaveProperty('social_security_number');
    expect(json).not.toHaveProperty('birthdate');
  }
};
