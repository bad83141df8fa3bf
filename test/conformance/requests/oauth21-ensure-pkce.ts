import { expect } from 'vitest';
import { newFlow, push } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** Without PKCE, or with the plain kind, no request is taken. */
export const oauth21EnsurePkce: Module = async ({ world }) => {
  const without = { code_challenge: undefined, code_challenge_method: undefined };
  const plain = { code_challenge_method: 'plain' };
  const unnamed = { code_challenge_method: undefined };
  for (const over of [without, plain, unnamed]) {
    const answer = await push(world, newFlow(world.permits, over));
    expect([answer.status, answer.json.error]).toEqual([400, 'invalid_request']);
  }
};
