import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openProofingSite,
  type ProofingSite,
  waitingRequest,
} from '../../../../../../test/support/sites/proofing-site.tsx';
import { sampleHelp } from '../../../../../../test/support/sites/sample-help.ts';
import { headingOf, visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';
import { documentChoices, type Situation, situations, stepNames } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';

let site: ProofingSite;
beforeAll(async () => {
  site = await openProofingSite();
});
afterAll(() => site?.close());
beforeEach(() => {
  site.visitor.recovers = false;
  site.proofing.recovers = false;
  site.visitor.request = waitingRequest;
  site.proofing.mailsLetters = true;
  site.proofing.standAt('choose');
});

const person = () => visitorOf(site);
const mainOf = (body: string) => /<main.*<\/main>/s.exec(body)?.[0] ?? '';
const pageOf = async (situation: Situation, lang = 'en') =>
  mainOf((await person().get(`/verify/other-ways/${situation}?lang=${lang}`)).body);
const { proofing: say } = words('en');
const { otherWays } = say;
const phone = `href="tel:${sampleHelp.phone}"`;

describe('finding P6: whoever lacks something', () => {
  it.each(situations)(
    '%s: has a page in both languages, with what works and the agency’s own phone',
    async (situation) => {
      for (const lang of ['en', 'es'] as const) {
        const page = await pageOf(situation, lang);
        const { title, lead } = words(lang).proofing.otherWays.situations[situation];
        expect(headingOf(page)).toBe(title);
        expect(page).toContain(lead);
        expect(page).toContain(phone);
        expect(page).toContain(sampleHelp.hours[lang]);
      }
    },
  );

  it('finds all of these pages from the first page, and from each other', async () => {
    const { get } = person();
    site.proofing.started = false;
    expect((await get('/verify')).body).toContain('href="/verify/other-ways"');
    const { body } = await get('/verify/other-ways');
    for (const situation of situations) expect(body).toContain(`href="/verify/other-ways/${situation}"`);
    expect(await pageOf('itin')).toContain('href="/verify/other-ways"');
    expect(headingOf((await get('/verify/other-ways/nothing-of-ours')).body)).toBe(otherWays.title);
  });

  it('no answer to the first question leads to a dead end: a step, or a page with the agency’s phone', async () => {
    for (const { choice, available } of documentChoices) {
      site.proofing.standAt('choose');
      const { url, body } = await person().post('/verify/choose', { document: choice });
      if (available) expect(stepNames.map((step) => `/verify/${step}`)).toContain(url.pathname);
      else expect(mainOf(body)).toContain(phone);
    }
  });

  it.each([
    ['no-phone', [otherWays.ways.person(14), otherWays.ways.ready['no-phone']]],
    ['itin', [otherWays.ways.person(14), otherWays.ways.ready['taxpayer-number']]],
    ['no-camera', [otherWays.ways.photos['another-phone'], otherWays.ways.now, otherWays.ways.photos.file]],
    ['no-address', [otherWays.ways.now]],
    ['no-face-check', [otherWays.ways.letter, 'State ID card']],
    ['abroad', [otherWays.ways.now, otherWays.ways.person(14)]],
    ['name-changed', [otherWays.ways.now, otherWays.ways.person(14)]],
    ['child', [otherWays.ways.person(14), otherWays.ways.notOnline]],
    ['helper', [otherWays.ways.now]],
  ] as const)(
    '%s: what is possible online, the best first, how long it takes, and a button that starts it',
    async (situation, parts) => {
      const page = await pageOf(situation);
      const places = parts.map((part) => page.indexOf(part));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(page).toContain('href="/verify"');
      expect(page.indexOf(phone)).toBeGreaterThan(places.at(-1) ?? 0);
    },
  );

  it('no document, no number: no start that must fail', async () => {
    for (const situation of ['none-of-these', 'no-number'] as const) {
      expect(await pageOf(situation)).not.toContain(`>${otherWays.ways.start}<`);
    }
    expect(await pageOf('no-number')).toContain('href="/verify/other-ways/itin"');
    expect(await pageOf('mobile-license')).toContain('href="/verify/choose"');
  });

  it('no face check, where no letters are mailed: none is promised', async () => {
    site.proofing.mailsLetters = false;
    const page = await pageOf('no-face-check');
    expect(page).not.toContain(otherWays.ways.letter);
    expect(page).toContain(phone);
  });

  it('in a recovery: the other methods, and no agency, which has none', async () => {
    site.visitor.recovers = true;
    site.visitor.provesAgain = true;
    site.proofing.recovers = true;
    const page = await pageOf('no-face-check');
    expect(page).toContain('href="/recover/choose"');
    expect(page).not.toContain('tel:');
  });
});
