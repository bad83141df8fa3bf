import { sql } from 'kysely';
import { expect } from 'vitest';
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
  await sql`UPDATE openid_artifacts SET expires_at = now() - interval '1 second'
    WHERE kind = 'PushedAuthorizationRequest'`.execute(world.signet.resources.pool.db);
  const late = await bo.browser.visit(expired, { stopAt });
  expect([late.status, late.url.pathname]).toEqual([400, '/oauth/authorize']);

  const foreign = await authorizationUrl(world, newFlow(world.permits));
  foreign.searchParams.set('client_id', 'records');
  expect((await bo.browser.visit(foreign, { stopAt })).status).toBe(400);
  const fine = await open(world, newFlow(world.permits), bo.browser);
  expect(codeOf(fine.url)).toBeTruthy();
};
