import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { words } from '../../packages/signet/src/web/locales/index.ts';
import { type Actor, press } from './actor.ts';
import { type Act, accountActs, consentActs, proofingActs } from './acts.ts';

export interface Step {
  readonly name: string;
  readonly page: string; // `signet/verify/front`: site and path, identifiers left out
  readonly ms: number;
}

export interface JourneyResult {
  readonly person: string;
  /** A page each, from the agency's own where they press “Sign in”; the page where it ends is not one of them. */
  readonly steps: readonly Step[];
  readonly presses: number;
  /** Where it ended: `transcript`, `no-record`, or the decision's outcome. */
  readonly outcome: string;
}

export interface Recorder {
  /** Called on each page before anything is done on it. */
  page(actor: Actor, name: string): Promise<void>;
}

/**
 * From an agency's door to where the person's story ends, or to the first page that `until` matches
 * (`<site><path>`): whatever page comes, the act for it is performed.
 */
export async function goThrough(
  actor: Actor,
  from: 'revenue' | 'benefits',
  recorder?: Recorder,
  until?: RegExp,
): Promise<JourneyResult> {
  const started = performance.now();
  await actor.page.goto(`${actor.world[from]}/?lang=${actor.lang}`);
  const before = actor.presses ?? 0;
  await recorder?.page(actor, `${from}-home`);
  await arriving(actor, () => press(actor, 'a[href="/sign-in"]'));
  const first = { name: `${from}: sign in`, page: `${from}/`, ms: since(started) };
  const rest = await goOn(actor, recorder, until);
  return { ...rest, steps: [first, ...rest.steps], presses: (actor.presses ?? 0) - before };
}

/** The same from the page where the person is. */
export async function goOn(
  actor: Actor,
  recorder?: Recorder,
  until?: RegExp,
  first: readonly Act[] = [],
): Promise<JourneyResult> {
  const acts = [...first, ...accountActs, ...proofingActs, ...consentActs];
  const steps: Step[] = [];
  const before = actor.presses ?? 0;
  for (let turns = 0; turns < 60; turns += 1) {
    const place = await pageOf(actor);
    const ended = until?.test(place) ? 'stopped' : outcomeAt(place, await decisionOf(actor, place));
    await recorder?.page(actor, nameOf(place));
    const presses = (actor.presses ?? 0) - before;
    if (ended) return { person: actor.person.id, steps, presses, outcome: ended };
    const act = acts.find(({ at }) => at.test(place));
    if (!act) throw new Error(`nobody knows what to do at ${nameOf(place)}: ${await headingOf(actor.page)}`);
    const started = performance.now();
    await performAct(actor, act, place);
    steps.push({ name: act.name, page: nameOf(place), ms: since(started) });
  }
  throw new Error('the journey goes in circles');
}

async function performAct(actor: Actor, act: Act, place: string): Promise<void> {
  await arriving(actor, () => act.perform(actor));
  const problem = actor.page.locator('.usa-error-message').first();
  if (placeOf(actor) === place && (await problem.count())) {
    if (await actor.page.locator('input[type="file"]').count()) return; // a poor photo: sent again, or used anyway
    throw new Error(`at ${nameOf(place)} the page says: ${await problem.textContent()}`);
  }
}

/** Every act ends in another document: the next page, or this one again with what is wrong. */
export async function arriving({ page }: Pick<Actor, 'page'>, act: () => Promise<void>): Promise<void> {
  const arrived = page.waitForEvent('framenavigated', {
    predicate: (frame) => frame === page.mainFrame(),
    timeout: 110_000, // an authority may be slow, and the machine busy
  });
  await Promise.all([arrived, act()]);
  await page.waitForLoadState('load');
}

const since = (started: number): number => Math.round(performance.now() - started);

function placeOf({ page, world }: Actor): string {
  const url = new URL(page.url());
  const site = Object.entries(world).find(([, origin]) => origin === url.origin)?.[0] ?? url.origin;
  return `${site}${url.pathname}`;
}

/** An agency's request shows the sign-in page itself to who is nobody yet. */
async function pageOf(actor: Actor): Promise<string> {
  const place = placeOf(actor);
  const asksToSignIn =
    place.startsWith('signet/interaction/') && (await actor.page.locator('form[action="/sign-in"]').count());
  return asksToSignIn ? 'signet/sign-in' : place;
}

const nameOf = (place: string): string => place.replace(/[\w-]{20,}/g, ':id').replace(/\/$/, '');

const headingOf = (page: Page) => page.locator('h1').first().textContent();

/** Which decision a page tells, by its heading. */
async function decisionOf({ page, lang }: Actor, place: string): Promise<string | undefined> {
  if (!place.startsWith('signet/verify/decision')) return undefined;
  return decisionTold((await headingOf(page)) ?? '', lang);
}

export function decisionTold(heading: string, lang: Actor['lang']): string | undefined {
  const { verified, again, person, pending, refused, photo } = words(lang).proofing;
  const photos = Object.values(photo.documents).flatMap((sides) => Object.values(sides));
  const told: readonly [string, readonly string[]][] = [
    ['verified', [verified.title]],
    ['try-again', [...Object.values(again.titles), ...photos.map(({ row }) => again.titleOfPhoto(row))]],
    ['needs-person', [person.title]],
    ['pending-records', [pending.title]],
    ['refused', [refused.title]],
  ];
  if (heading.startsWith(again.titleOfPhoto(''))) return 'try-again';
  return told.find(([, titles]) => titles.includes(heading))?.[0];
}

/** Where stories end. A verified person's decision page is one more step on the way. */
export function outcomeAt(place: string, decision: string | undefined): string | undefined {
  if (decision && decision !== 'verified') return decision;
  if (place === 'revenue/account') return 'account';
  if (place === 'revenue/no-record') return 'no-record';
  if (place.startsWith('benefits/') && place !== 'benefits/') return 'benefits';
  return undefined;
}

/** Leaves a picture of every page at both widths. */
export function shots(dir: string): Recorder {
  let count = 0;
  return {
    async page(actor, name) {
      count += 1;
      await mkdir(dir, { recursive: true });
      const file = `${String(count).padStart(2, '0')}-${name.replace(/[^\w-]+/g, '-')}-${actor.lang}`;
      const size = actor.page.viewportSize();
      for (const width of [320, 1280]) {
        await actor.page.setViewportSize({ width, height: 900 });
        await actor.page.screenshot({ path: path.join(dir, `${file}-${width}.png`), fullPage: true });
      }
      if (size) await actor.page.setViewportSize(size);
    },
  };
}
