import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoRoles } from '../../../packages/signet/src/modules/proofing/index.ts';
import { postedPaths } from '../../support/sites/posted-paths.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { csrfIn, goToFirstPhoto, makeAccount, type Visitor } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let victim: Visitor;
const paths = postedPaths();
/** By address: where whoever sends a photo there that is not asked for is sent. */
const notAsked: ReadonlyMap<string, string> = new Map([
  ...photoRoles
    .filter((role) => role !== 'front')
    .map((role) => [`/verify/${role}`, '/verify/front'] as const),
  ...photoRoles.map((role) => [`/phone/${role}`, '/phone/over'] as const),
]);
beforeAll(async () => {
  world = await startSignet();
  victim = await makeAccount(world);
  await goToFirstPhoto(world, victim.browser);
});
afterAll(() => world.close());

describe('attack, cross-site request forgery', () => {
  it('B12: every POST of the app is refused without the page’s token, and from elsewhere even with it', async () => {
    const { browser } = victim;
    const csrf = csrfIn(await browser.visit(`${world.origin}/account`));
    expect(paths.length).toBeGreaterThan(20);
    const forgeries: [Record<string, string>, Record<string, string>][] = [
      [{}, {}],
      [{ csrf: `${csrf.slice(0, -1)}_` }, {}],
      [{ csrf: '' }, {}],
      [{ csrf }, { origin: 'https://evil.example' }],
      [{ csrf }, { origin: 'null' }],
      [{ csrf }, { 'sec-fetch-site': 'cross-site' }],
      [{ csrf }, { 'sec-fetch-site': 'same-site' }],
    ];
    for (const path of paths) {
      for (const [form, headers] of forgeries) {
        const { status, url } = await browser.post(world.origin + path, form, headers);
        // a photo that is not asked for is not read, wherever its form is from
        const unread = url.pathname === notAsked.get(path);
        expect([path, form, headers, status]).toEqual([path, form, headers, unread ? 200 : 403]);
      }
    }
    expect((await browser.visit(`${world.origin}/verify`)).url.pathname).toBe('/verify/front'); // as before
    const after = await browser.visit(`${world.origin}/account`);
    expect([after.url.pathname, after.body.replace(/<wbr *\/?>/g, '').includes(victim.email)]).toEqual([
      '/account',
      true,
    ]);
  });

  it('B12: another method, or a body of another kind, is no way around', async () => {
    const url = `${world.origin}/sign-out`;
    for (const init of [
      { method: 'PUT' },
      { method: 'DELETE' },
      { method: 'POST', body: '{"csrf":"x"}', headers: { 'content-type': 'application/json' } },
      { method: 'POST', body: 'csrf=x', headers: { 'content-type': 'text/plain' } },
    ]) {
      const cookie = `signet=${victim.browser.cookie('signet')}; signet_form=${victim.browser.cookie('signet_form')}`;
      const answer = await fetch(url, { ...init, headers: { ...init.headers, cookie } });
      expect(answer.status).toBe(403);
    }
    expect((await victim.browser.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
  });
});
