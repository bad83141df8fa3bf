import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../test/support/browser/cookie-browser.ts';
import { ana, type RevenueWorld, startRevenueWorld } from '../../test-world.ts';

let world: RevenueWorld;

beforeAll(async () => {
  world = await startRevenueWorld();
});
afterAll(() => world.close());

/** What the refund tool shows to somebody of whom Signet knows one factor and nothing else. */
async function refundsOf(sub: string): Promise<string> {
  const browser = new CookieBrowser();
  const acr = 'http://idmanagement.gov/ns/assurance/aal/1';
  world.signet.visitor = { sub, acr, amr: ['pwd'], ial: 0, aal: 1, claims: {} };
  return (await browser.visit(`${world.revenue.origin}/refund/sign-in`)).body;
}

describe('people known to the refund tool by an earlier proof', () => {
  it('attack, an identity stolen once: when its owner proves it, the thief’s account is known no longer', async () => {
    await world.signIn({ ...ana, sub: 'thief' });
    expect(await refundsOf('thief')).toContain('Refund for');
    await world.signIn(ana);
    expect(await refundsOf('ana')).toContain('Refund for');
    expect(await refundsOf('thief')).not.toContain('Refund for');
  });
});
