import { decodeJwt } from 'jose';
import { expect } from 'vitest';
import { newFlow, open, signInAt } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** `claims` may name the subject as well (OpenID Connect Core 5.5.1). */
export const oidccClaimsSubValue: Module = async ({ world, ana, bo }) => {
  const { idToken } = await signInAt(world, world.permits, bo.browser);
  const claims = JSON.stringify({ id_token: { sub: { value: decodeJwt(idToken).sub } } });
  const other = await open(world, newFlow(world.permits, { claims }), ana.browser);
  expect(other.url.searchParams.get('error')).toBe('login_required');
};
