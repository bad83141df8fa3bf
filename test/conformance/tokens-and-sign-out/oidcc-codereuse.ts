import { expect } from 'vitest';
import { authorize, codeOf, exchange, newFlow, userinfo } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** A code is taken once; a second try is refused and takes the first one's token along. */
export const oidccCodereuse: Module = async ({ world, bo }) => {
  const flow = newFlow(world.permits);
  const code = codeOf(await authorize(world, flow, bo.browser));
  const first = await exchange(world, flow, code);
  const token = String(first.json.access_token);
  expect((await userinfo(world, token)).status).toBe(200);
  const second = await exchange(world, flow, code);
  expect([second.status, second.json.error]).toEqual([400, 'invalid_grant']);
  expect((await userinfo(world, token)).status).toBe(401);
};
