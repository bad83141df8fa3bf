import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../../test/support/browser/browser.ts';
import { axeFaults, sidewaysFaults } from '../../../../../test/support/browser/page-faults.ts';
import { openProofingSite, type ProofingSite } from '../../../../../test/support/sites/proofing-site.tsx';
import type { Figures, FiguresLine } from '../../modules/proofing/index.ts';
import { words } from '../locales/index.ts';

const line = (name: string, [passed, failed, person, left]: readonly (number | undefined)[]): FiguresLine => {
  const counts = [passed, failed, person, left];
  const started = counts.every((count) => count !== undefined)
    ? counts.reduce((sum, count) => sum + (count ?? 0), 0)
    : undefined;
  return { name, started, passed, failed, person, left, half: started ? 'under-15-minutes' : undefined };
};

const figures: Figures = {
  since: '2026-11-02',
  until: '2026-11-30',
  least: 10,
  total: line('all', [310, 40, 50, 100]),
  by: {
    path: [
      line('license/face', [250, 20, 30, 60]),
      line('passport/letter', [60, 20, 20, 30]),
      line('none/not-chosen', [0, undefined, 0, undefined]),
    ],
    step: [
      line('choose', [500, 0, 0, 30]),
      line('selfie', [400, 30, 0, 40]),
      line('review', [20, 10, 0, undefined]),
    ],
    language: [line('en', [200, 20, 30, 60]), line('es', [110, 20, 20, 40])],
    device: [line('phone', [210, 20, 30, 60]), line('desk', [100, 20, 20, 40])],
  },
};

let site: ProofingSite;
let quiet: ProofingSite;
let browser: Browser;
beforeAll(async () => {
  [site, quiet, browser] = await Promise.all([
    openProofingSite({ figures }),
    openProofingSite(),
    launchBrowser(),
  ]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all([site?.close(), quiet?.close()]);
});

const pathIn = (lang: string) => `/how-it-goes?lang=${lang}`;

describe.each([
  ['en', 1280],
  ['es', 320],
] as const)('A25: how it goes, in %s at %i px', (lang, width) => {
  it.each(['light', 'dark'] as const)(
    'in %s: axe finds nothing, and nothing is cut off',
    async (colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const tab = await context.newPage();
      await tab.goto(site.url + pathIn(lang));
      expect(await tab.locator('h1').textContent()).toBe(words(lang).figures.title);
      expect(await axeFaults(tab)).toEqual([]);
      expect(await sidewaysFaults(tab)).toEqual([]);
      await context.close();
    },
  );

  it('every bar stands beside its number, and what is untold says so', async () => {
    const body = await (await fetch(site.url + pathIn(lang))).text();
    const say = words(lang).figures;
    expect(body).toContain('250 (69 %)');
    expect(body).toMatch(/250 \(69 %\)<svg[^>]*aria-hidden="true"[^>]*>.*?width="69"/s);
    expect(body).toContain(`${say.names.path.none}, ${say.names.path['not-chosen']}`);
    expect(body).toContain(`<td>${say.notTold}</td>`);
    expect(body).not.toContain('undefined');
    for (const name of Object.keys(say.tables) as (keyof typeof say.tables)[])
      expect(body).toContain(say.tables[name].title);
  });
});

it('is not there unless the operator shows it', async () => {
  expect((await fetch(quiet.url + pathIn('en'))).status).toBe(404);
  expect((await fetch(site.url + pathIn('en'))).status).toBe(200);
});
