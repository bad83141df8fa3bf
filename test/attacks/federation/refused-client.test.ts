import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFlow, postForm, push, withAssertion } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const refusals = () =>
  world.log
    .map((line) => JSON.parse(line))
    .filter(({ msg }) => msg === 'an OpenID request was refused')
    .at(-1);

it('a client that does not prove who it is leaves a line with the reason and the reference of its answer', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kid } = world.records.privateKey;
  const thief = {
    ...world.records,
    privateKey: { ...privateKey.export({ format: 'jwk' }), kid, alg: 'ES256' } as JWK,
  };
  const { status, json, headers } = await push(world, newFlow(thief));
  expect([status, json.error]).toEqual([401, 'invalid_client']);
  expect(refusals()).toMatchObject({
    level: 'warn',
    endpoint: 'pushed_authorization_request',
    client: 'records',
    code: 'invalid_client',
    reason: expect.stringMatching(/signature|assertion/i),
    reference: headers.get('x-request-id'),
  });
  expect(JSON.stringify(json)).not.toMatch(/signature/i); // the reason is for the log alone
});

it('an assertion for another audience, and a code that was never given out, say so', async () => {
  await push(world, newFlow(world.records), { aud: 'https://another.example' });
  expect(refusals()).toMatchObject({ code: 'invalid_client', reason: expect.stringMatching(/aud/i) });
  await postForm(`${world.origin}/oauth/token`, {
    grant_type: 'authorization_code',
    code: 'never-given-out',
    redirect_uri: world.records.redirectUri,
    code_verifier: 'v'.repeat(43),
    ...(await withAssertion(world, world.records)),
  });
  expect(refusals()).toMatchObject({ endpoint: 'grant', client: 'records', code: 'invalid_grant' });
});

it('attack: a name that a stranger makes up writes nothing else into the log', async () => {
  await postForm(`${world.origin}/oauth/par`, { client_id: 'x","level":"info\nana.rivera@people.example' });
  const line = refusals();
  expect(line.client).toMatch(/^[\w.?-]{1,60}$/);
  expect(JSON.stringify(line)).not.toContain('@');
});
