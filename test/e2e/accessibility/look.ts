import type { Page } from 'playwright-core';
import { words } from '../../../packages/signet/src/web/locales/index.ts';
import { axeFaults, sidewaysFaults } from '../../support/browser/page-faults.ts';
import { questionFaults } from '../../support/browser/questions.ts';

/** Looks at the page that a browser shows. `wrong`: something was sent that the page says is wrong. */
export type Look = (page: Page, name: string, options?: { wrong?: boolean }) => Promise<void>;

export interface Finder {
  readonly look: Look;
  /** What was found so far: page, width and rule. */
  readonly faults: string[];
  readonly seen: ReadonlySet<string>;
}

const height = 900;

/**
 * Looks as people do who do not see a page, see little of it, read another language or use no mouse. The two
 * languages share the work: axe and Tab go through each page in English; what differs in Spanish is its words and their
 * width. (On each kind of page axe looks in Spanish, too: see `accessible.test.ts` of the account and of proofing.)
 */
export function finder(lang: 'en' | 'es'): Finder {
  const faults: string[] = [];
  const seen = new Set<string>();
  return {
    faults,
    seen,
    async look(page, name, { wrong = false } = {}) {
      seen.add(name);
      const say = (how: string, found: readonly string[]) =>
        faults.push(...found.map((fault) => `${lang} ${name} ${how}: ${fault}`));
      if (wrong) say('in error', await problemsNotTold(page));
      say('document', await documentFaults(page, lang, !/^(revenue|benefits|sandbox)/.test(name)));
      if (name.startsWith('signet/')) say('document', await questionFaults(page, name));
      say('enlarged', await enlarged(page));
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height });
        say(`at ${width}`, await sidewaysFaults(page));
        if (lang === 'en') say(`by axe at ${width}`, await axeFaults(page));
      }
      if (lang === 'en') say('by keyboard', await unreachable(page));
    },
  };
}

/** WCAG 1.4.4: a window of 1280 px at 200 %, and on top of it letters twice as large. */
async function enlarged(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 640, height });
  const root = (size: string) =>
    page.evaluate((value) => {
      document.documentElement.style.fontSize = value;
    }, size);
  await root('200%');
  const found = await sidewaysFaults(page);
  await root('');
  return found;
}

async function documentFaults(page: Page, lang: 'en' | 'es', ours: boolean): Promise<string[]> {
  const { told, title, heading, headings, text } = await page.evaluate(() => ({
    told: document.documentElement.lang,
    title: document.title,
    heading: document.querySelector('h1')?.textContent?.trim() ?? '',
    headings: document.querySelectorAll('h1').length,
    text: document.body.textContent,
  }));
  const faults: string[] = [];
  if (told !== lang) faults.push(`lang is "${told}"`);
  if (headings !== 1) faults.push(`${headings} h1`);
  if (!title || !heading) faults.push(`title "${title}", heading "${heading}"`);
  const foreign = lang === 'es' && ours ? englishOnly.filter((phrase) => text.includes(phrase)) : [];
  return [...faults, ...foreign.map((phrase) => `English: ${phrase}`)];
}

/** Said in English only; short words may be the same in both. */
const englishOnly = phrasesOf(words('en')).filter(
  (phrase) => phrase.length > 12 && !phrasesOf(words('es')).includes(phrase),
);

function phrasesOf(of: unknown): string[] {
  if (typeof of === 'string') return [of];
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap(phrasesOf) : [];
}

/** After a mistake: the title says so, the summary has the focus, and each problem leads to a field that repeats it. */
function problemsNotTold(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    if (!document.title.startsWith('Error: ')) faults.push(`title "${document.title}"`);
    const summary = document.querySelector('[class*="error-summary"], .usa-alert--error');
    if (!summary?.contains(document.activeElement)) faults.push('focus is not on the summary');
    const links = summary?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [];
    if (links.length === 0) faults.push('the summary leads to no field');
    for (const link of links)
      if (!document.getElementById(link.hash.slice(1))) faults.push(`${link.hash} leads nowhere`);
    const messages = document.querySelectorAll('.usa-error-message');
    if (messages.length === 0) faults.push('no words beside a field');
    for (const { id } of messages)
      if (!id || !document.querySelector(`[aria-describedby~="${id}"]`))
        faults.push(`#${id} describes nothing`);
    return faults;
  });
}

/** What Tab does not reach, or reaches without a mark that can be seen. */
async function unreachable(page: Page): Promise<string[]> {
  const targets = await page.evaluate(watchStops);
  const reached = () => page.evaluate(() => (window as unknown as Watched).tabStopsReached);
  let stops: readonly Stop[] = [];
  for (let presses = 0; presses < targets.length + 4 && stops.length < targets.length; ) {
    const more = Math.min(targets.length - stops.length, targets.length + 4 - presses);
    for (let press = 0; press < more; press += 1) await page.keyboard.press('Tab');
    presses += more;
    stops = await reached();
  }
  const unseen = stops.filter(({ visible }) => !visible);
  const missed = targets.filter((_, at) => !stops.some(({ stop }) => stop === at));
  return [
    ...unseen.map(({ stop }) => `focus cannot be seen on ${targets[stop]}`),
    ...missed.map((it) => `Tab does not reach ${it}`),
  ];
}

interface Stop {
  readonly stop: number;
  readonly visible: boolean;
}

interface Watched {
  tabStopsReached: Stop[];
}

/** In the page: numbers what Tab should reach, gives each one's markup, and notes from then on what gets the focus. */
function watchStops(): string[] {
  const within = document.querySelector('dialog[open]') ?? document;
  const all = within.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
  const usable = [...all].filter(
    (it) => it.checkVisibility() && it.tabIndex >= 0 && !it.matches(':disabled, [type="hidden"]'),
  );
  // of a group of radio buttons Tab reaches one
  const stops = usable.filter(
    (it, at) =>
      !(it instanceof HTMLInputElement && it.type === 'radio') ||
      usable.findIndex((other) => other instanceof HTMLInputElement && other.name === it.name) === at,
  );
  window.scrollTo(0, 0);
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const reached: Stop[] = [];
  (window as unknown as Watched).tabStopsReached = reached;
  const ringed = (of: Element | null | undefined, drawnBy?: string) =>
    of != null && getComputedStyle(of, drawnBy).outlineStyle !== 'none';
  const note = (it: HTMLElement) => {
    const stop = stops.indexOf(it);
    if (document.activeElement !== it || stop < 0 || reached.some((known) => known.stop === stop)) return;
    const [label] = it instanceof HTMLInputElement ? (it.labels ?? []) : [];
    reached.push({ stop, visible: ringed(it) || ringed(it.closest('label')) || ringed(label, '::after') });
  };
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) queueMicrotask(() => note(target)); // once the page has had its say
  });
  return stops.map((it) => it.outerHTML.slice(0, 90));
}
