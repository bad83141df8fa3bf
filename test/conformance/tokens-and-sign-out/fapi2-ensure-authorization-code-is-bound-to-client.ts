import { expect } from 'vitest';
import { authorize, codeOf, exchange, newFlow, withAssertion } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** A code is worth nothing to another agency, at another address, or without the verifier. */
export const fapi2CodeIsBound: Module = async ({ world, bo }) => {
  const other = await withAssertion(world, world.records);
  const wrong = [
    { ...other, client_id: 'records' },
    { redirect_uri: 'https://permits.example/callback/' },
    { code_verifier: 'x'.repeat(43) },
    { code_verifier: undefined },
  ];
  for (const over of wrong) {
    const flow = newFlow(world.permits);
    const code = codeOf(await authorize(world, flow, bo.browser));
    const answer = await exchange(world, flow, code, over);
    expect(answer.status).toBe(400);
    expect(answer.json).not.toHaveProperty('access_token');
  }
};
