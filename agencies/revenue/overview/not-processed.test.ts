import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { imani, latestOnFile, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

/** Imani's latest return came ten days ago on paper, and nobody has assessed its tax. */
let world: RevenueWorld;
let browser: CookieBrowser;

beforeAll(async () => {
  world = await startRevenueWorld();
  browser = (await world.signIn(imani)).browser;
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const text = async (path: string): Promise<string> =>
  textOf((await browser.visit(`${world.revenue.origin}${path}`)).body);

describe('finding T8: a return that is received and not processed', () => {
  it('finding T8: nobody is told what they owe, that they owe nothing, or that money is theirs', async () => {
    const home = await text('/account');
    expect(home).toContain(
      `What you owe: not known yet We are still processing your return for ${latestOnFile}.`,
    );
    expect(home).toContain('Balance Not known yet: we are still processing your return');
    expect(home).not.toMatch(/You owe nothing|to your credit|We owe you|5,300\.00/);
    const payments = await text('/payments');
    expect(payments).toContain(
      `What you owe: not known yet We are still processing your return for ${latestOnFile}.`,
    );
    expect(payments).not.toContain('$0.00');
  });

  it('finding T8: in Spanish too', async () => {
    const home = await text('/account?lang=es');
    expect(home).toContain(
      `Lo que debe: todavía no se sabe Todavía estamos procesando su declaración de ${latestOnFile}.`,
    );
    expect(home).not.toMatch(/no debe nada|a su favor/);
    await text('/account?lang=en');
  });

  it.each(['return', 'account', 'record'])(
    'finding T8: there is no %s transcript of it, in no form',
    async (kind) => {
      for (const form of ['', '.pdf', '.json']) {
        const path = `${world.revenue.origin}/transcripts/${kind}/${latestOnFile}${form}`;
        expect((await browser.visit(path)).status).toBe(404);
      }
    },
  );

  it('finding T8: the list of transcripts says why, and nothing leads to one', async () => {
    expect(await text(`/transcripts?year=${latestOnFile}`)).toMatch(
      /Tax account transcript We have your return for this year and are still processing it/,
    );
    for (const path of ['/filings', '/account', `/transcripts?year=${latestOnFile}`]) {
      const { body } = await browser.visit(`${world.revenue.origin}${path}`);
      expect(body).not.toMatch(new RegExp(`/transcripts/(return|account|record)/${latestOnFile}`));
    }
  });
});
