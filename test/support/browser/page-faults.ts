import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

interface RunOnly {
  readonly type: 'tag' | 'rule';
  readonly values: string[];
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands in this window: each rule, and where it is broken; contrast in dark, too. */
export async function axeFaults(page: Page): Promise<string[]> {
  const faults = await faultsBy(page, { type: 'tag', values: tags });
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await faultsBy(page, { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: null });
  return [...faults, ...inDark.map((fault) => `in dark: ${fault}`)];
}

async function faultsBy(page: Page, runOnly: RunOnly): Promise<string[]> {
  const target = { 'target-size': { enabled: true } }; // WCAG 2.5.8, which axe leaves off unless asked
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly,
      resultTypes: ['violations'],
      ...(runOnly.type === 'tag' && { rules: target }),
    })
    .setLegacyMode() // no frames here, so no second page to gather results in: a third of the time
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Whether one must scroll sideways to read the page in this window (WCAG 1.4.10). */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return over > 0 ? [`scrolls ${over} px sideways`] : [];
}

/** Both. */
export const pageFaults = async (page: Page): Promise<string[]> => [
  ...(await axeFaults(page)),
  ...(await sidewaysFaults(page)),
];

/** Both, on a phone and at a desk: the page is loaded once, and its window changes. */
export async function pageFaultsAtBothWidths(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    faults.push(...(await pageFaults(page)).map((fault) => `at ${width} px: ${fault}`));
  }
  return faults;
}
