import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser, type Visit } from '../../support/browser/cookie-browser.ts';
import { agree, codeOf, type Flow, newFlow, open } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  headingIn,
  makeAccount,
  nextCode,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';
import { makeVerified } from '../../support/visitors/verified-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const stop = ({ agency }: Flow) => ({ stopAt: agency.registration.home });

/** Signs in on this tab's page and agrees; gives where the tab ends. */
async function finish(tab: Visit, flow: Flow, browser: CookieBrowser, who: Visitor): Promise<URL> {
  const { email, password } = who;
  let page = await submit(browser, tab, '/sign-in', { email, password }, stop(flow));
  if (page.url.pathname === '/sign-in/code') {
    page = await submit(browser, page, '/sign-in/code', { code: nextCode(who) }, stop(flow));
  }
  return agree(flow, browser, page);
}

describe('two tabs, each on the way to its own agency', () => {
  it.each(['first', 'second'] as const)(
    'the tab opened %s goes ahead, and both end where they began',
    async (ahead) => {
      const ana = await makeVerified(world);
      const browser = new CookieBrowser();
      const flows = [newFlow(world.permits), newFlow(world.records)] as const;
      const tabs = [await open(world, flows[0], browser), await open(world, flows[1], browser)] as const;
      expect(tabs.map(headingIn)).toEqual(['Sign in', 'Sign in']);
      const order = ahead === 'first' ? ([0, 1] as const) : ([1, 0] as const);
      for (const which of order) {
        const answer = await finish(tabs[which], flows[which], browser, ana);
        expect(codeOf(answer)).toBeTruthy();
        expect(answer.searchParams.get('state')).toBe(flows[which].state);
      }
    },
  );

  it('two consent pages are answered in either order, each at its own agency', async () => {
    const ana = await makeVerified(world);
    const flows = [newFlow(world.permits), newFlow(world.records)] as const;
    const tabs = [
      await open(world, flows[0], ana.browser),
      await open(world, flows[1], ana.browser),
    ] as const;
    for (const which of [0, 1] as const) {
      const answer = await agree(flows[which], ana.browser, tabs[which]);
      expect(answer.searchParams.get('state')).toBe(flows[which].state);
      expect(codeOf(answer)).toBeTruthy();
    }
  });

  it('a tab whose request is over says so once, and then leads to the account', async () => {
    const bo = await makeAccount(world);
    const flow = newFlow(world.permits);
    const page = await open(world, flow, bo.browser);
    await agree(flow, bo.browser, page);
    const stale = await bo.browser.visit(page.url);
    expect([stale.status, headingIn(stale)]).toEqual([400, 'That request has expired']);
    expect((await bo.browser.visit(`${world.origin}/continue`)).url.pathname).toBe('/account');
  });
});
