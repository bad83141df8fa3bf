import { expect, vi } from 'vitest';
import { agree, authorizationUrl, codeOf, newFlow, open } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** A pushed request serves its own agency, once, for a minute. */
export const fapi2ParRequestUri: Module = async ({ world, bo }) => {
  const stopAt = world.permits.registration.home;
  const flow = newFlow(world.permits);
  const url = await authorizationUrl(world, flow);
  const answer = await agree(flow, bo.browser, await bo.browser.visit(url, { stopAt }));
  expect(codeOf(answer)).toBeTruthy();
  const again = await bo.browser.visit(url, { stopAt });
  expect(again.url.searchParams.has('code')).toBe(false);

  const expired = await authorizationUrl(world, newFlow(world.permits));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  const late = await bo.browser.visit(expired, { stopAt }).finally(() => vi.useRealTimers());
  expect([late.status, late.url.pathname]).toEqual([400, '/oauth/authorize']);

  const foreign = await authorizationUrl(world, newFlow(world.permits));
  foreign.searchParams.set('client_id', 'records');
  expect((await bo.browser.visit(foreign, { stopAt })).status).toBe(400);
  const fine = await open(world, newFlow(world.permits), bo.browser);
  expect(codeOf(fine.url)).toBeTruthy();
};
