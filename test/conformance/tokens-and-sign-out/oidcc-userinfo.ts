import { expect } from 'vitest';
import { signInAt } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** GET and POST with the token in its header; no token, another's, or one in the address are refused. */
export const oidccUserinfo: Module = async ({ world, bo }) => {
  const { accessToken } = await signInAt(world, world.permits, bo.browser);
  const address = `${world.origin}/oauth/userinfo`;
  const ask = async (method: string, authorization?: string, url = address) =>
    fetch(url, { method, headers: authorization ? { authorization } : {} });
  for (const method of ['GET', 'POST']) {
    const answer = await ask(method, `Bearer ${accessToken}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(await answer.json()).toMatchObject({ email: bo.email });
  }
  expect((await ask('GET')).status).toBe(401);
  const forged = await ask('GET', `Bearer ${accessToken.slice(0, -2)}zz`);
  expect(forged.status).toBe(401);
  expect(forged.headers.get('www-authenticate')).toContain('invalid_token');
  expect((await ask('GET', undefined, `${address}?access_token=${accessToken}`)).status).toBe(400);
};
