import { expect } from 'vitest';
import { newFlow, open } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** Signet shows every request to its own journey, so without a page the answer is `login_required`. */
export const oidccPromptNone: Module = async ({ world, bo, stranger }) => {
  for (const browser of [stranger(), bo.browser]) {
    const flow = newFlow(world.permits, { prompt: 'none' });
    const { url } = await open(world, flow, browser);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      error: 'login_required',
      state: flow.state,
      iss: world.origin,
    });
  }
};
