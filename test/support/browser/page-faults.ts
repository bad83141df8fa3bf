import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands in this window: each rule, and where it is broken; contrast in dark, too. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } }, // WCAG 2.5.8, which axe leaves off unless asked
    })
    .setLegacyMode() // no frames here, so no second page to gather results in: a third of the time
    .analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await contrastFaults(page);
  await page.emulateMedia({ colorScheme: null });
  return [...violations.map(inWords), ...inDark.map((fault) => `in dark: ${inWords(fault)}`)];
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

interface Axe {
  run(options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

const inWords = ({ id, nodes }: Violation): string => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`;

/** By the axe that is in the page already. Colors that fade from one scheme to the other are looked at when they are there. */
const contrastFaults = (page: Page): Promise<Violation[]> =>
  page.evaluate(async () => {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
    const { axe } = window as unknown as { readonly axe: Axe };
    const { violations } = await axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  });

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
