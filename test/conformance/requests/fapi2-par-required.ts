import { expect } from 'vitest';
import { newFlow } from '../../support/sites/openid-calls.ts';
import { headingIn } from '../../support/visitors/signet-visitor.ts';
import type { Module } from '../bench.ts';

/** A request that was not pushed is shown to nobody and sent nowhere. */
export const fapi2ParRequired: Module = async ({ world, bo }) => {
  const url = new URL('/oauth/authorize', world.origin);
  for (const [key, value] of Object.entries(newFlow(world.permits).params)) {
    if (value !== undefined) url.searchParams.set(key, value);
  }
  const { url: end, ...page } = await bo.browser.visit(url, { stopAt: world.permits.registration.home });
  const refused = end.searchParams.get('error') ?? headingIn(page);
  expect(['invalid_request', 'We could not finish that sign-in']).toContain(refused);
  expect(end.searchParams.has('code')).toBe(false);
};
