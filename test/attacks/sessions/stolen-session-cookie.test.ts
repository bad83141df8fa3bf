import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { makeAccount, submit, type Visitor } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let victim: Visitor;
beforeAll(async () => {
  world = await startSignet();
  victim = await makeAccount(world);
});
afterAll(() => world.close());

/** Where a browser with this cookie ends when it asks for the account. */
async function endsAt(cookie: string): Promise<string> {
  const thief = new CookieBrowser();
  thief.setCookie('signet', cookie);
  const { url, status } = await thief.visit(`${world.origin}/account`);
  expect(status).toBe(200);
  return url.pathname;
}

const flipped = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

describe('attack, tampered session cookie', () => {
  it('B12: id and secret both count, to the last character, and nothing in their place does harm', async () => {
    const good = victim.browser.cookie('signet') ?? '';
    const [id = '', secret = ''] = good.split('.');
    const other = (await makeAccount(world)).browser.cookie('signet')?.split('.')[1] ?? '';
    const bad = [
      `${flipped(id, 0)}.${secret}`,
      `${id}.${flipped(secret, 0)}`,
      `${id}.${flipped(secret, 20)}`,
      `${id}.${other}`,
      `${id}.`,
      id,
      `${id}.${secret}.x`,
      `${id}.${secret}${secret}`,
      `%00${id}.${secret}`,
      '"; DROP TABLE sessions; --',
      'x'.repeat(4000),
    ];
    for (const cookie of bad) expect([cookie, await endsAt(cookie)]).toEqual([cookie, '/sign-in']);
    expect(await endsAt(good)).toBe('/account');
  });
});

describe('attack, replay of a session that ended', () => {
  it('B12: after signing out the cookie opens nothing, in any browser', async () => {
    const { browser } = await makeAccount(world);
    const copy = browser.copy();
    await submit(browser, await browser.visit(`${world.origin}/account`), '/sign-out');
    expect(browser.cookie('signet')).toBeUndefined();
    expect((await copy.visit(`${world.origin}/account`)).url.pathname).toBe('/sign-in');
  });

  it('B12: a page that was kept open cannot be posted any more', async () => {
    const { browser } = await makeAccount(world);
    const copy = browser.copy();
    const kept = await copy.visit(`${world.origin}/account`);
    await submit(browser, await browser.visit(`${world.origin}/account`), '/sign-out');
    const extended = await copy.post(`${world.origin}/session/extend`, {
      csrf: /name="csrf" value="([^"]+)"/.exec(kept.body)?.[1] ?? '',
    });
    expect(extended.status).toBe(403);
  });
});
