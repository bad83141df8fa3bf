import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { newFlow, open, push, signInAt } from '../../support/sites/openid-calls.ts';
import type { Module } from '../bench.ts';

/** Every way of answering carries `iss` and `state`; the form's script is the one that the policy names. */
export const oidccResponseMode: Module = async ({ world, bo }) => {
  await signInAt(world, world.permits, bo.browser);
  const inQuery = newFlow(world.permits);
  const query = (await open(world, inQuery, bo.browser)).url;
  expect([query.searchParams.get('iss'), query.searchParams.get('state')]).toEqual([
    world.origin,
    inQuery.state,
  ]);

  const inFragment = newFlow(world.permits, { response_mode: 'fragment' });
  const fragment = new URLSearchParams((await open(world, inFragment, bo.browser)).url.hash.slice(1));
  expect([fragment.get('iss'), fragment.get('state')]).toEqual([world.origin, inFragment.state]);

  const page = await open(world, newFlow(world.permits, { response_mode: 'form_post' }), bo.browser);
  expect(page.body).toContain('action="https://permits.example/callback"');
  expect(page.body).toMatch(/name="iss" value="http:\/\/localhost/);
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page.body) ?? [];
  const hash = createHash('sha256').update(script).digest('base64');
  expect(page.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
  expect((await push(world, newFlow(world.permits, { response_mode: 'web_message' }))).status).toBe(400);
};
