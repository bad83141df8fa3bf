import { setTimeout as pause } from 'node:timers/promises';
import type { PhotoRole } from '../../packages/signet/src/modules/proofing/index.ts';
import { words } from '../../packages/signet/src/web/locales/index.ts';
import { CookieBrowser, type Visit } from '../support/browser/cookie-browser.ts';
import { takeLivePicture } from '../support/visitors/live-picture.ts';
import { csrfIn, headingIn, submit, totpKeyIn } from '../support/visitors/signet-visitor.ts';
import { type Actor, appCode, messageTo } from './actor.ts';
import { chosenBy, photosOf } from './acts.ts';
import { decisionTold, outcomeAt } from './journey.ts';

/**
 * Somebody whose browser has no style and no window, and no script but what sends the frames of a live picture: the same pages
 * at a quarter of the work.
 */
interface Walker extends Pick<Actor, 'person' | 'world' | 'email' | 'password' | 'totpKey' | 'usedStep'> {
  readonly browser: CookieBrowser;
  totpKey?: string;
  usedStep?: number;
}

interface Step {
  readonly at: RegExp;
  readonly take: (walker: Walker, page: Visit) => Promise<Visit>;
}

const fill = (
  at: RegExp,
  action: string,
  fields: (walker: Walker) => Record<string, string> = () => ({}),
): Step => ({
  at,
  take: (walker, page) => submit(walker.browser, page, action, fields(walker)),
});

const follow = (at: RegExp, path: string): Step => ({
  at,
  take: ({ browser, world }) => browser.visit(world.signet + path),
});

const code = (at: RegExp, action: string, to: (walker: Walker) => string): Step => ({
  at,
  async take(walker, page) {
    const [sent] = await messageTo(walker, to(walker), /\b\d{6}\b/);
    return submit(walker.browser, page, action, { code: sent });
  },
});

const upload = (role: PhotoRole): Step => ({
  at: new RegExp(`^signet/verify/${role}$`),
  async take({ browser, person }, page) {
    const anyway = `/verify/${role}/anyway`;
    if (page.body.includes(`action="${anyway}"`)) return submit(browser, page, anyway);
    const photo = new Uint8Array((await photosOf({ person }))[role]);
    const form = new FormData();
    form.set('csrf', csrfIn(page));
    form.set('photo', new File([photo], `${role}.jpg`, { type: 'image/jpeg' }));
    return browser.post(new URL(`/verify/${role}`, page.url), form);
  },
});

const steps: readonly Step[] = [
  follow(/^signet\/sign-in$/, '/sign-up'),
  fill(/^signet\/sign-up$/, '/sign-up', ({ email }) => ({ email })),
  code(/^signet\/sign-up\/code$/, '/sign-up/code', ({ email }) => email),
  fill(/^signet\/sign-up\/password$/, '/sign-up/password', ({ password }) => ({ password })),
  follow(/^signet\/sign-up\/second$/, '/sign-up/app'),
  {
    at: /^signet\/sign-up\/app$/,
    async take(walker, page) {
      walker.totpKey = totpKeyIn(page);
      return submit(walker.browser, page, '/sign-up/app', { code: await appCode(walker) });
    },
  },
  fill(/^signet\/recovery-codes$/, '/recovery-codes/saved'),
  fill(/^signet\/verify$/, '/verify', ({ person }) => ({ document: chosenBy(person) })),
  fill(/^signet\/verify\/choose$/, '/verify/choose', ({ person }) => ({ document: chosenBy(person) })),
  fill(/^signet\/verify\/consent$/, '/verify/consent', () => ({ agree: 'yes' })),
  upload('data-page'),
  upload('front'),
  upload('back'),
  {
    at: /^signet\/verify\/selfie$/,
    take: ({ browser, person }, page) => takeLivePicture(browser, page, person.selfie),
  },
  fill(/^signet\/verify\/ssn$/, '/verify/ssn', ({ person }) => ({ ssn: person.ssn })),
  fill(/^signet\/verify\/phone$/, '/verify/phone', ({ person }) => ({ phone: person.phone })),
  code(/^signet\/verify\/phone-code$/, '/verify/phone-code', ({ person }) => person.phone),
  fill(/^signet\/verify\/check-answers$/, '/verify/check-answers'),
  {
    at: /^signet\/verify\/checking$/,
    async take({ browser }, page) {
      await pause(500); // as the page itself comes again where there is no script
      return browser.visit(page.url);
    },
  },
  {
    at: /^signet\/verify\/decision$/,
    take({ browser }, page) {
      const [, onward = ''] = /<a class="usa-button[^"]*" href="([^"]+)"/.exec(page.body) ?? [];
      return browser.visit(new URL(onward, page.url));
    },
  },
  {
    at: /^signet\/interaction\//,
    take: ({ browser }, page) => submit(browser, page, `${page.url.pathname}/consent`, { answer: 'agree' }),
  },
];

/** From the revenue agency's door to where the person's story ends: the pages on the way, and all that was asked for. */
export async function walkThrough(who: Pick<Walker, 'person' | 'world' | 'email' | 'password'>): Promise<{
  readonly outcome: string;
  readonly pages: readonly string[];
  readonly addresses: readonly string[];
}> {
  const walker: Walker = { ...who, browser: new CookieBrowser() };
  const pages: string[] = [];
  let page = await walker.browser.visit(`${who.world.revenue}/sign-in`);
  for (const deadline = Date.now() + 110_000; Date.now() < deadline; ) {
    const place = placeOf(walker, page);
    if (place !== pages.at(-1)) pages.push(place);
    const ended = outcomeAt(
      place,
      place === 'signet/verify/decision' ? decisionTold(headingIn(page), 'en') : undefined,
    );
    if (place === 'signet/verify/phone' && page.status === 422)
      return { outcome: 'another-number', pages, addresses: walker.browser.trail };
    if (isNoUse(page)) return { outcome: 'told-at-once', pages, addresses: walker.browser.trail };
    if (ended) return { outcome: ended, pages, addresses: walker.browser.trail };
    const step = steps.find(({ at }) => at.test(place));
    if (!step) throw new Error(`nobody knows what to do at ${place}: ${headingIn(page)}`);
    page = await step.take(walker, page);
  }
  throw new Error(`no end after ${pages.join(', ')}`);
}

/** The page where a photo was sent says that the document is no use here: it has expired, or another was asked for. */
const isNoUse = ({ status, body }: Visit): boolean => {
  const { expired, 'other-document': other } = words('en').proofing.photo.problems;
  return status === 422 && [expired, other].some((said) => body.includes(said));
};

/** An agency's request shows the sign-in page itself to somebody unknown. */
function placeOf({ world }: Walker, { url, body }: Visit): string {
  const site = Object.entries(world).find(([, origin]) => origin === url.origin)?.[0] ?? url.origin;
  if (url.pathname.startsWith('/interaction/') && body.includes('action="/sign-in"')) return 'signet/sign-in';
  return `${site}${url.pathname}`.replace(/\/$/, '');
}
