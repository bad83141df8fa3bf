import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { derivePassword } from '../../../packages/signet/src/modules/authentication/password/password-hash.ts';
import type { CookieBrowser, Visit } from '../../support/browser/cookie-browser.ts';
import { behindProxy, browserAt, network } from '../../support/browser/from-network.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { addPasskey, signInByPasskey } from '../../support/visitors/passkey-visitor.ts';
import {
  freshEmail,
  headingIn,
  makeAccount,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';
import type { SoftwareAuthenticator } from '../../support/visitors/software-authenticator.ts';

vi.mock('../../../packages/signet/src/modules/authentication/password/password-hash.ts', async (original) => {
  const real =
    await original<
      typeof import('../../../packages/signet/src/modules/authentication/password/password-hash.ts')
    >();
  return { ...real, derivePassword: vi.fn(real.derivePassword) };
});

let world: TestSignet;
let owner: Visitor;
let authenticator: SoftwareAuthenticator;
beforeAll(async () => {
  world = await startSignet({ environment: behindProxy });
  owner = await makeAccount(world, browserAt(network(0)));
  authenticator = await addPasskey(world, owner.browser);
});
afterAll(() => world.close());
afterEach(() => void vi.mocked(derivePassword).mockClear());

/** Two that are hashed and sixty-four that wait; no network has more than a quarter, and the last are for new ones. */
const places = 66;
const mostOf = (network: number) => (network < 2 ? 17 : 1);

const signInPage = (browser: CookieBrowser) => browser.visit(`${world.origin}/sign-in`);

/** As many sign-ins as there are places, from as few networks as that takes. */
async function flood(firstNetwork: number, size = places): Promise<Promise<Visit>[]> {
  const sent: Promise<Visit>[] = [];
  for (let n = 0; sent.length < size; n += 1) {
    const page = await signInPage(browserAt(network(firstNetwork + n)));
    for (let one = 0; one < mostOf(n) && sent.length < size; one += 1) {
      const fresh = browserAt(network(firstNetwork + n));
      for (const line of page.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        fresh.setCookie(name, value);
      }
      sent.push(submit(fresh, page, '/sign-in', { email: freshEmail(), password: 'a flood of guesses' }));
    }
  }
  return sent;
}

/** Until the tries that were sent are counted, and so inside. */
async function untilInside(tries: number): Promise<void> {
  const counted = async () => {
    const { rows } = await sql<{ tries: number }>`SELECT sum(count) / 3 AS tries FROM attempts
      WHERE expires_at > now()`.execute(world.signet.resources.pool.db);
    return Number(rows[0]?.tries);
  };
  await expect.poll(counted, { timeout: 20_000, interval: 50 }).toBeGreaterThanOrEqual(tries);
}

describe('attack, hash flooding', () => {
  it('a visitor who comes when every place is taken is told to come back, at the cost of nothing; pages and passkeys go on', async () => {
    let openGate = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      openGate = resolve;
    });
    const { derivePassword: real } = await vi.importActual<
      typeof import('../../../packages/signet/src/modules/authentication/password/password-hash.ts')
    >('../../../packages/signet/src/modules/authentication/password/password-hash.ts');
    vi.mocked(derivePassword).mockImplementation(async (password, { salt }) => {
      await gate;
      return real(password, { salt, memoryKib: 64, passes: 1 });
    });
    const sent = await flood(10);
    await untilInside(places);
    expect(derivePassword).toHaveBeenCalledTimes(2);

    for (const [lang, title, words] of [
      ['en', 'Sign in', 'Many people are signing in right now'],
      ['es', 'Iniciar sesión', 'Muchas personas están iniciando sesión'],
    ] as const) {
      const browser = browserAt(network(1));
      const page = await browser.visit(`${world.origin}/sign-in?lang=${lang}`);
      const refused = await submit(browser, page, '/sign-in', {
        email: owner.email,
        password: owner.password,
      });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
      expect(headingIn(refused)).toBe(title);
      expect(refused.body).toContain(words);
      expect(refused.body.replaceAll('<wbr/>', '')).toContain(`value="${owner.email}"`); // what was typed is kept
    }
    for (const path of ['/', '/help', '/sign-in', '/sign-up', '/readyz']) {
      expect((await browserAt(network(2)).visit(world.origin + path)).status).toBe(200);
    }
    const byPasskey = browserAt(network(3));
    expect((await signInByPasskey(world, byPasskey, authenticator)).status).toBe(200);
    expect((await byPasskey.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
    expect(derivePassword).toHaveBeenCalledTimes(2); // a passkey costs no hash

    openGate();
    expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([422]));
    vi.mocked(derivePassword).mockImplementation(real);
    const again = browserAt(network(1));
    const factor = await submit(again, await signInPage(again), '/sign-in', {
      email: owner.email,
      password: owner.password,
    });
    expect(headingIn(factor)).toBe('Enter the code from your app');
  });

  it('the event loop answers others while hashes are made at their true cost', async () => {
    const sent = await flood(50, 34);
    let done = 0;
    for (const one of sent) void one.then(() => (done += 1));
    await expect.poll(() => vi.mocked(derivePassword).mock.calls.length).toBeGreaterThan(0);
    const doneAt: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      expect((await browserAt(network(4)).visit(`${world.origin}/help`)).status).toBe(200);
      doneAt.push(done);
    }
    expect(doneAt[0]).toBeLessThan(sent.length);
    await Promise.all(sent);
    expect(derivePassword).toHaveBeenCalledTimes(sent.length);
  });

  it('a huge password is never hashed, and a huger form is not read', async () => {
    const browser = browserAt(network(5));
    const page = await signInPage(browser);
    const huge = await submit(browser, page, '/sign-in', {
      email: owner.email,
      password: 'x'.repeat(200_000),
    });
    expect(huge.status).toBe(422);
    const huger = await submit(browser, page, '/sign-in', {
      email: owner.email,
      password: 'x'.repeat(300_000),
    });
    expect(huger.status).toBe(413);
    expect(derivePassword).not.toHaveBeenCalled();
  });
});
