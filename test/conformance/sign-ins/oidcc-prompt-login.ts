import { expect } from 'vitest';
import { authorize, codeOf, newFlow, open } from '../../support/sites/openid-calls.ts';
import { headingIn, makeAccount, nextCode, submit } from '../../support/visitors/signet-visitor.ts';
import type { Module } from '../bench.ts';

/** Signed in or not, the person authenticates for this request, with both factors. */
export const oidccPromptLogin: Module = async ({ world }) => {
  const visitor = await makeAccount(world);
  const { browser, email, password } = visitor;
  await authorize(world, newFlow(world.permits), browser);
  const flow = newFlow(world.permits, { prompt: 'login' });
  const page = await open(world, flow, browser);
  expect(headingIn(page)).toBe('Confirm it is you');
  const around = await browser.visit(`${world.origin}/continue`, { stopAt: flow.agency.redirectUri });
  expect(around.url.pathname).toBe('/sign-in');
  const half = await submit(browser, page, '/sign-in', { email, password });
  const code = { code: nextCode(visitor) };
  const { url } = await submit(browser, half, '/sign-in/code', code, { stopAt: flow.agency.redirectUri });
  expect(codeOf(url)).toBeTruthy();
};
