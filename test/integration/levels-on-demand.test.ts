import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authorize, codeOf, exchange, newFlow, open } from '../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';
import { addPasskey, sendJson, signInByPasskey } from '../support/visitors/passkey-visitor.ts';
import {
  headingIn,
  makeAccount,
  nextCode,
  submit,
  type Visitor,
} from '../support/visitors/signet-visitor.ts';

let world: TestSignet;
let owner: Visitor;
beforeAll(async () => {
  world = await startSignet();
});
beforeEach(async () => {
  owner = await makeAccount(world);
});
afterAll(() => world.close());

const aal2 = 'http://idmanagement.gov/ns/assurance/aal/2';
const demands = {
  phishingResistant: { acr_values: `${aal2}?phishing_resistant=true` },
  aal3: { acr_values: 'http://idmanagement.gov/ns/assurance/aal/3' },
} as const;

const ask = (params: Record<string, string>) => open(world, newFlow(world.permits, params), owner.browser);

/** The whole of it, with the tokens' word on how the person signed in. */
async function claimsAfter(params: Record<string, string>) {
  const flow = newFlow(world.permits, params);
  const answer = await authorize(world, flow, owner.browser);
  const { json } = await exchange(world, flow, codeOf(answer));
  return decodeJwt(String(json.id_token));
}

describe('an agency’s demand, for somebody signed in with password and app', () => {
  it('B1: phishing resistance: only a passkey is asked for, and then it goes on', async () => {
    const page = await ask(demands.phishingResistant);
    expect(headingIn(page)).toBe('Use a passkey to continue');
    const phone = await addPasskey(world, owner.browser, { synced: true });
    const used = await signInByPasskey(world, owner.browser, phone);
    expect(used.body.redirect).toMatch(/^\/interaction\//);
    expect(await claimsAfter(demands.phishingResistant)).toMatchObject({
      acr: demands.phishingResistant.acr_values,
    });
  });

  it('B2: AAL3: says which keys do and which do not; a security key added there is enough', async () => {
    await addPasskey(world, owner.browser, { synced: true });
    const page = await ask(demands.aal3);
    expect(headingIn(page)).toBe('Use a key that stays on one device');
    expect(page.body).toContain('copied between your devices');
    const key = await addPasskey(world, owner.browser, { synced: false });
    const again = await ask(demands.aal3);
    expect(again.body).toContain('These of yours will do');
    const options = '/passkey/sign-in/options?kind=device-bound';
    const { body: asked } = await sendJson(world, owner.browser, options, {});
    expect(asked.allowCredentials).toHaveLength(1);
    const answer = { purpose: 'signin', ...key.get(asked) };
    await sendJson(world, owner.browser, '/passkey/sign-in/verify', answer);
    expect(await claimsAfter(demands.aal3)).toMatchObject({ acr: demands.aal3.acr_values });
  });

  it('B2, B11: AAL3 a quarter of an hour later: the key once more, nothing else', async () => {
    const key = await addPasskey(world, owner.browser, { synced: false });
    await signInByPasskey(world, owner.browser, key);
    expect(await claimsAfter(demands.aal3)).toMatchObject({ acr: demands.aal3.acr_values });
    await world.leaveSessions(16 * 60);
    await world.ageAuthentications(20 * 60);
    expect(headingIn(await ask(demands.aal3))).toBe('Use a key that stays on one device');
    await signInByPasskey(world, owner.browser, key);
    expect(await claimsAfter(demands.aal3)).toMatchObject({ acr: demands.aal3.acr_values });
  });

  it('C2: max_age: a whole authentication, the password and then the app; half of one is not enough', async () => {
    await world.ageAuthentications(20 * 60);
    const flow = { max_age: '600', acr_values: aal2 };
    const page = await ask(flow);
    expect(headingIn(page)).toBe('Confirm it is you');
    const { email, password } = owner;
    const half = await submit(owner.browser, page, '/sign-in', { email, password });
    expect(headingIn(half)).toBe('Enter the code from your app');
    expect(headingIn(await ask(flow))).toBe('Enter the code from your app'); // from another door as well
    const before = Math.floor(Date.now() / 1000);
    await submit(owner.browser, half, '/sign-in/code', { code: nextCode(owner) });
    const claims = await claimsAfter(flow);
    expect(claims.auth_time).toBeGreaterThanOrEqual(before - 5);
  });

  it('C2: max_age: one gesture with a passkey is a whole authentication', async () => {
    const phone = await addPasskey(world, owner.browser, { synced: true });
    await world.ageAuthentications(20 * 60);
    expect(headingIn(await ask({ max_age: '600', acr_values: aal2 }))).toBe('Confirm it is you');
    await signInByPasskey(world, owner.browser, phone);
    const { auth_time: at } = await claimsAfter({ max_age: '600', acr_values: aal2 });
    expect(Number(at)).toBeGreaterThan(Date.now() / 1000 - 60);
  });
});

describe('B11: an agency’s request that finds a session which lay for hours', () => {
  it('is answered after one factor', async () => {
    await world.leaveSessions(3 * 3600);
    const page = await ask({ acr_values: aal2 });
    expect(headingIn(page)).toBe('Welcome back');
    const on = await submit(owner.browser, page, '/sign-in/welcome-back', { password: owner.password });
    expect(on.url.pathname).toMatch(/^\/interaction\//);
    expect(await claimsAfter({ acr_values: aal2 })).toMatchObject({ acr: aal2 });
  });
});
