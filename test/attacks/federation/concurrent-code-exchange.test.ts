import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  authorize,
  codeOf,
  exchange,
  newFlow,
  postForm,
  push,
  userinfo,
  withAssertion,
} from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { makeAccount, type Visitor } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let visitor: Visitor;
beforeAll(async () => {
  world = await startSignet();
  visitor = await makeAccount(world);
});
afterAll(() => world.close());

describe('attack, using once-only things at the same moment', () => {
  it('C8: of eight exchanges of one code at most one gets tokens', async () => {
    const flow = newFlow(world.permits);
    const code = codeOf(await authorize(world, flow, visitor.browser));
    const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(world, flow, code)));
    const got = answers.filter(({ status }) => status === 200);
    expect(got.length).toBeLessThanOrEqual(1);
    for (const { status, json } of answers) {
      if (status !== 200) expect([status, json.error]).toEqual([400, 'invalid_grant']);
    }
    const later = await exchange(world, flow, code);
    expect(later.status).toBe(400);
    for (const { json } of got) expect((await userinfo(world, String(json.access_token))).status).toBe(401);
  });

  it('P2: of eight requests with one client assertion, one is taken', async () => {
    const flow = newFlow(world.permits);
    const auth = await withAssertion(world, world.permits);
    const send = () => postForm(`${world.origin}/oauth/par`, { ...flow.params, ...auth });
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await push(world, flow)).status).toBe(201);
  });
});
