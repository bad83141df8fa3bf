import { expect } from 'vitest';
import { codeOf, newFlow, open, signInAt } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** An agency that asks about one person is not told of another. */
export const oidccIdTokenHint: Module = async ({ world, ana, bo }) => {
  await signInAt(world, world.permits, ana.browser);
  const { idToken: id_token_hint } = await signInAt(world, world.permits, bo.browser);
  const same = await open(world, newFlow(world.permits, { id_token_hint }), bo.browser);
  expect(codeOf(same.url)).toBeTruthy();
  const other = await open(world, newFlow(world.permits, { id_token_hint }), ana.browser);
  expect(other.url.searchParams.get('error')).toBe('login_required');
  expect(other.url.searchParams.has('code')).toBe(false);
};
