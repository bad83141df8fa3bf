import { expect } from 'vitest';
import { newFlow, push } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** What the agreement with an agency does not name, it cannot even ask for. */
export const oidccSsnNeedsEntitlement: Module = async ({ world }) => {
  for (const scope of ['openid ssn', 'openid email ssn', 'openid identity']) {
    const answer = await push(world, newFlow(world.permits, { scope }));
    expect([answer.status, answer.json.error]).toEqual([400, 'invalid_scope']);
  }
};
