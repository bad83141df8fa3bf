import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database/database.ts';
import { testKms } from '../../support/database/kms.ts';
import {
  agree,
  authorizationUrl,
  codeOf,
  type Flow,
  newFlow,
  postForm,
  signInAt,
  userinfo,
  withAssertion,
} from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { makeAccount, type Visitor } from '../../support/visitors/signet-visitor.ts';

/** Two processes of one deployment: people and agencies meet either, and neither remembers what the other has seen. */
let database: TestDatabase;
let one: TestSignet;
let two: TestSignet;
let visitor: Visitor;
beforeAll(async () => {
  database = await createTestDatabase();
  const kms = await testKms();
  one = await startSignet({ databaseUrl: database.url, kms });
  two = await startSignet({
    databaseUrl: database.url,
    kms,
    agencies: { permits: one.permits.registration },
    environment: { SIGNET_ORIGIN: one.origin },
  });
  visitor = await makeAccount(one);
  await signInAt(one, one.permits, visitor.browser);
});
afterAll(async () => {
  await one.close();
  await two.close();
  await database.drop();
});

/** The same address at the other process. */
const atTwo = (address: string | URL): URL => new URL(String(address).replace(one.origin, two.address));

const exchangeAt = async (address: string, flow: Flow, code: string) =>
  postForm(`${address}/oauth/token`, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: flow.agency.redirectUri,
    code_verifier: flow.verifier,
    ...(await withAssertion(one, flow.agency)),
  });

const home = () => `${one.permits.registration.home}/`;

it('a sign-in that is begun at one node goes on at the other', async () => {
  const flow = newFlow(one.permits);
  const url = await authorizationUrl(one, flow);
  const answer = await agree(
    flow,
    visitor.browser,
    await visitor.browser.visit(atTwo(url), { stopAt: home() }),
  );
  const tokens = await exchangeAt(two.address, flow, codeOf(answer));
  expect(tokens.status).toBe(200);
  expect((await userinfo(one, String(tokens.json.access_token))).status).toBe(200);
});

it('attack, C8: a code is taken by one of two nodes, and what it gave falls when it comes again', async () => {
  const flow = newFlow(one.permits);
  const url = await authorizationUrl(one, flow);
  const code = codeOf(
    await agree(flow, visitor.browser, await visitor.browser.visit(url, { stopAt: home() })),
  );
  const both = await Promise.all(
    [one.address, two.address].map((address) => exchangeAt(address, flow, code)),
  );
  const taken = both.filter(({ status }) => status === 200);
  expect(taken.length).toBeLessThanOrEqual(1);
  expect((await exchangeAt(two.address, flow, code)).json.error).toBe('invalid_grant');
  for (const { json } of taken) expect((await userinfo(one, String(json.access_token))).status).toBe(401);
});

it('attack, P3: a pushed request that one node has seen answered begins nothing at the other', async () => {
  const flow = newFlow(one.permits);
  const url = await authorizationUrl(one, flow);
  codeOf(await agree(flow, visitor.browser, await visitor.browser.visit(url, { stopAt: home() })));
  const again = await visitor.browser.visit(atTwo(url), { stopAt: home() });
  expect([again.status, again.url.searchParams.has('code')]).toEqual([400, false]);
});

it('attack, P2: a client assertion that one node took is refused by the other', async () => {
  const flow = newFlow(one.permits);
  const assertion = await withAssertion(one, one.permits);
  const push = (address: string) => postForm(`${address}/oauth/par`, { ...flow.params, ...assertion });
  expect((await push(one.address)).status).toBe(201);
  expect((await push(two.address)).json.error).toBe('invalid_client');
});
