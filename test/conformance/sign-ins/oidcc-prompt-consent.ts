import { expect } from 'vitest';
import { agree, codeOf, newFlow, open, signInAt } from '../../support/sites/openid-calls.ts';
import { headingIn } from '../../support/visitors/signet-visitor.ts';
import type { Module } from '../bench.ts';

/** Remembered consent is not asked for again, unless the agency asks to. */
export const oidccPromptConsent: Module = async ({ world, bo }) => {
  await signInAt(world, world.permits, bo.browser);
  const silent = await open(world, newFlow(world.permits), bo.browser);
  expect(silent.url.href).toMatch(world.permits.redirectUri);
  const flow = newFlow(world.permits, { prompt: 'consent' });
  const page = await open(world, flow, bo.browser);
  expect(headingIn(page)).toBe('Share your information with the Office of permits');
  expect(codeOf(await agree(flow, bo.browser, page))).toBeTruthy();
};
