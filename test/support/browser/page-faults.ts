import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';

/** Once in a page, the small one: to read it took as long as to look. No frames here, so nothing else is needed. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands in this window: each rule, and where it is broken; contrast in dark, too. */
export async function axeFaults(page: Page): Promise<string[]> {
  return [...(await axeFaultsInLight(page)), ...(await contrastFaultsInDark(page))];
}

async function axeFaultsInLight(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await readAxe(page);
  return violations(page, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true } }, // WCAG 2.5.8, which axe leaves off unless asked
  });
}

/** As a browser's console does: what was compiled of it for one page is found again for the next, a third of the work. */
async function readAxe(page: Page): Promise<void> {
  const console = consoles.get(page) ?? page.context().newCDPSession(page);
  consoles.set(page, console);
  const { exceptionDetails } = await (await console).send('Runtime.evaluate', { expression: axeSource });
  if (exceptionDetails) throw new Error(`axe could not be read: ${exceptionDetails.text}`);
}

const consoles = new WeakMap<Page, Promise<CDPSession>>();

async function contrastFaultsInDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await violations(page, { runOnly: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: null });
  return inDark.map((fault) => `in dark: ${fault}`);
}

interface Axe {
  run(options: object): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

/** By the axe in the page. Colors that fade from one scheme to the other are looked at when they are there. */
const violations = (page: Page, options: object): Promise<string[]> =>
  page.evaluate(async (asked) => {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
    const { axe } = window as unknown as { readonly axe: Axe };
    const found = await axe.run({ ...asked, resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, options);

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

/**
 * Both, on a phone and at a desk: the page is loaded once, and its window changes. Colors are the same in each, so the dark
 * ones are looked at once.
 */
export async function pageFaultsAtBothWidths(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const here = [...(await axeFaultsInLight(page)), ...(await sidewaysFaults(page))];
    faults.push(...here.map((fault) => `at ${width} px: ${fault}`));
  }
  faults.push(...(await contrastFaultsInDark(page)));
  return faults;
}
