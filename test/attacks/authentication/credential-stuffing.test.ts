import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { derivePassword } from '../../../packages/signet/src/modules/authentication/password/password-hash.ts';
import type { CookieBrowser, Visit } from '../../support/browser/cookie-browser.ts';
import { behindProxy, browserAt, network } from '../../support/browser/from-network.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  freshEmail,
  headingIn,
  makeAccount,
  signIn,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';

vi.mock('../../../packages/signet/src/modules/authentication/password/password-hash.ts', async (original) => {
  const real =
    await original<
      typeof import('../../../packages/signet/src/modules/authentication/password/password-hash.ts')
    >();
  const cheap: typeof real.derivePassword = (password, { salt }) =>
    real.derivePassword(password, { salt, memoryKib: 64, passes: 1 }); // hundreds of tries, as many hashes
  return { ...real, derivePassword: vi.fn(cheap) };
});

let world: TestSignet;
let owner: Visitor;
const home = network(0);
beforeAll(async () => {
  world = await startSignet({ environment: behindProxy });
  owner = await makeAccount(world, browserAt(home));
  await signIn(world, owner, browserAt(home)); // where they sign in from
});
afterAll(() => world.close());

async function tryPassword(browser: CookieBrowser, email: string, password: string): Promise<Visit> {
  const start = await browser.visit(`${world.origin}/sign-in`);
  return submit(browser, start, '/sign-in', { email, password });
}

const outcomes = async (tries: readonly (() => Promise<Visit>)[]): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (const one of tries) {
    const { status } = await one();
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
};

const stolen = 'the password from another site';

describe('attack, credential stuffing', () => {
  it('B4: one network that tries a list of stolen pairs is stopped after 200, before anything is hashed', async () => {
    const browser = browserAt(network(1));
    vi.mocked(derivePassword).mockClear();
    const tries = Array.from({ length: 215 }, () => () => tryPassword(browser, freshEmail(), stolen));
    expect(await outcomes(tries)).toEqual({ 422: 200, 429: 15 });
    expect(derivePassword).toHaveBeenCalledTimes(200);
    const refused = await tryPassword(browser, freshEmail(), stolen);
    expect(refused.body).toContain('Too many attempts. Wait');
    const wait = Number(refused.headers.get('retry-after'));
    const minutes = Math.ceil(wait / 60);
    expect(refused.body).toContain(minutes === 1 ? 'Wait one minute' : `Wait ${minutes} minutes`);
  });

  it('B4: many networks that try many passwords of one account get twenty an hour together; the person still gets in', async () => {
    const tries = Array.from(
      { length: 40 },
      (_, n) => () => tryPassword(browserAt(network(100 + n)), owner.email, `${stolen} ${n}`),
    );
    expect(await outcomes(tries)).toEqual({ 422: 20, 429: 20 });
    const page = await tryPassword(browserAt(home), owner.email, owner.password);
    expect(headingIn(page)).toBe('Enter the code from your app');
  });

  it('B3: a pair that is right opens nothing without the second factor', async () => {
    const other = await makeAccount(world, browserAt(network(2)));
    const thief = browserAt(network(3));
    await tryPassword(thief, other.email, other.password);
    for (const path of ['/account', '/account/ways', '/verify', '/recovery-codes']) {
      const page = await thief.visit(world.origin + path);
      expect(headingIn(page)).toBe('Enter the code from your app');
      expect(page.body).not.toContain(other.email);
    }
  });
});
