import { expect } from 'vitest';
import { newFlow, postForm, push, withAssertion } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** Code and nothing else: no implicit, hybrid or password grant, no refresh token that was never given. */
export const oidccResponseTypes: Module = async ({ world }) => {
  for (const response_type of [undefined, 'token', 'id_token', 'id_token token', 'code id_token', 'none']) {
    const answer = await push(world, newFlow(world.permits, { response_type }));
    expect([response_type, answer.status]).toEqual([response_type, 400]);
  }
  for (const grant_type of ['password', 'client_credentials', 'refresh_token', 'implicit']) {
    const params = { grant_type, username: 'a', password: 'b', refresh_token: 'c' };
    const auth = await withAssertion(world, world.permits);
    const answer = await postForm(`${world.origin}/oauth/token`, { ...params, ...auth });
    expect(answer.status).toBe(400);
    expect(answer.json).not.toHaveProperty('access_token');
  }
};
