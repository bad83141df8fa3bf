import { decodeJwt } from 'jose';
import { expect } from 'vitest';
import { codeOf, exchange, newFlow, open, signInAt } from '../../support/sites/openid-calls.ts';
import { headingIn, makeAccount, nextCode, submit } from '../../support/visitors/signet-visitor.ts';
import type { Module } from '../bench.ts';

/** An authentication within `max_age` serves; an older one is made anew, and `auth_time` says when. */
export const oidccMaxAge: Module = async ({ world }) => {
  const visitor = await makeAccount(world);
  const { browser, email, password } = visitor;
  const before = await signInAt(world, world.permits, browser, { max_age: '10000' });
  const flow = newFlow(world.permits, { max_age: '0' });
  const page = await open(world, flow, browser);
  expect(headingIn(page)).toBe('Confirm it is you');
  await new Promise((resolve) => setTimeout(resolve, 1000 - (Date.now() % 1000))); // `auth_time` counts seconds
  const half = await submit(browser, page, '/sign-in', { email, password });
  const code = { code: nextCode(visitor) };
  const { url } = await submit(browser, half, '/sign-in/code', code, { stopAt: flow.agency.redirectUri });
  const after = await exchange(world, flow, codeOf(url));
  const times = [before.idToken, String(after.json.id_token)].map((token) =>
    Number(decodeJwt(token).auth_time),
  );
  expect(times[1]).toBeGreaterThan(times[0] ?? 0);
  expect(Date.now() / 1000 - (times[1] ?? 0)).toBeLessThan(3);
};
