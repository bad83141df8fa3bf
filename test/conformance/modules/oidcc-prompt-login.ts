import { expect } from 'vitest';
import { codeOf, newFlow, open } from '../../support/openid-calls.ts';
import { headingIn, submit } from '../../support/signet-visitor.ts';
import type { Module } from '../bench.ts';

/** Signed in or not, the person authenticates for this request. */
export const oidccPromptLogin: Module = async ({ world, bo }) => {
  const { browser, email, password } = bo;
  const flow = newFlow(world.permits, { prompt: 'login' });
  const page = await open(world, flow, browser);
  expect([page.url.pathname, headingIn(page)]).toEqual(['/sign-in', 'Confirm it is you']);
  const around = await browser.visit(`${world.origin}/continue`, { stopAt: flow.agency.redirectUri });
  expect(around.url.pathname).toBe('/sign-in');
  const { url } = await submit(
    browser,
    page,
    '/sign-in',
    { email, password },
    { stopAt: flow.agency.redirectUri },
  );
  expect(codeOf(url)).toBeTruthy();
};
