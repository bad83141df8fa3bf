import { expect } from 'vitest';
import { acr, newFlow, push } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** A level among the scopes is refused, and the log says why: passed over, it would let anybody through. */
export const oidccLevelScope: Module = async ({ world }) => {
  for (const level of [acr.ial2, `${acr.ial2}/aal/2`, `${world.origin}/assurance/ial2-aal2`]) {
    const answer = await push(world, newFlow(world.permits, { scope: `openid email ${level}` }));
    expect([answer.status, answer.json.error, answer.json.scope]).toEqual([400, 'invalid_scope', level]);
    expect(answer.json.request_uri).toBeUndefined();
    expect(world.log.some((line) => line.includes('a level is no scope'))).toBe(true);
  }
};
