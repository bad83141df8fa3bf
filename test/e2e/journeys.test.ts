import pg from 'pg';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { words } from '../../packages/signet/src/web/locales/index.ts';
import { type Outcome, type SandboxPerson, sandboxPeople } from '../../sandbox/index.ts';
import { type Actor, messagesTo } from '../journey/actor.ts';
import { goOn, goThrough } from '../journey/journey.ts';
import { walkThrough } from '../journey/over-http.ts';
import { addAuthenticator } from '../journey/virtual-authenticator.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { openPdf, textIn } from '../support/read-pdf.ts';
import { startWorld, type World } from '../support/sites/world.ts';

vi.setConfig({ testTimeout: 120_000 }); // a whole journey, a slow authority included

let database: TestDatabase;
let world: World;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  [world, browser] = await Promise.all([startWorld({ databaseUrl: database.url }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
  await database.drop();
});

/** How each story ends, as the person sees it the first time. */
const ends: Readonly<Record<Outcome, string>> = {
  passes: 'account',
  'passes-without-tax-record': 'no-record',
  'expired-license': 'told-at-once',
  'barcode-disagrees': 'needs-person',
  'another-persons-selfie': 'try-again',
  'ssn-mismatch': 'try-again',
  'name-just-changed': 'try-again',
  'already-verified': 'refused',
  deceased: 'try-again',
  'authority-times-out': 'pending-records',
  'needs-review': 'needs-person',
  'taxpayer-number': 'needs-person',
  'blurry-photo': 'needs-person', // told at once, twice, and then used as it is
  'passport-instead': 'told-at-once',
  'foreign-passport': 'needs-person',
};

const byId = (id: string): SandboxPerson => {
  const person = sandboxPeople.find((one) => one.id === id);
  if (!person) throw new Error(`no sandbox person ${id}`);
  return person;
};

async function actor(
  person: SandboxPerson,
  over: Partial<Actor> = {},
  context: BrowserContextOptions = {},
): Promise<Actor> {
  const page = await (
    await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context })
  ).newPage();
  return {
    person,
    page,
    world,
    email: person.email,
    password: 'a lamp for quiet evenings',
    lang: 'en',
    keyboard: false,
    way: 'password',
    ...over,
  };
}

/** The pages of a first verified sign-in with a license, from the agency's own to the last before its account. */
const pagesOfFirstSignIn = (...waysIn: readonly string[]): readonly string[] => [
  'revenue: sign in',
  'sign in',
  'email address',
  'code from the email',
  ...waysIn,
  'recovery codes',
  'which document',
  'consent to the face check',
  'photo: front',
  'photo: back',
  'picture of the face',
  'phone number',
  'code from the text message',
  'Social Security number',
  'checks running',
  'consent to share',
];

describe('the whole journey', () => {
  let ana: Actor;

  it('takes Ana from the agency’s door to her own transcript, masked (T2), keyboard only', async () => {
    ana = await actor(byId('ana-rivera'), { keyboard: true });
    const { outcome, steps, presses } = await goThrough(ana, 'revenue');
    expect(outcome).toBe('account');
    const waysIn = ['first way in', 'second way in', 'authenticator app'];
    expect(steps.map(({ name }) => name)).toEqual(pagesOfFirstSignIn(...waysIn));
    expect([steps.length, presses]).toEqual([18, 21]);
    await ana.page.goto(`${world.revenue}/transcripts`);
    await ana.page.locator('a[href^="/transcripts/account/"]').first().click();
    const transcript = (await ana.page.locator('main').textContent()) ?? '';
    expect(transcript).toContain('XXX-XX-');
    expect(transcript).not.toContain(ana.person.ssn);
    expect(transcript).not.toContain(ana.person.address.street);
  });

  it('B3: what she typed is kept as a hash of full cost', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query('SELECT DISTINCT memory_kib, passes FROM passwords');
    await client.end();
    expect(rows).toEqual([{ memory_kib: 19_456, passes: 2 }]);
  });

  it('lets her into the second agency with one press and her consent', async () => {
    const { outcome, steps } = await goThrough(ana, 'benefits');
    expect(outcome).toBe('benefits');
    expect(steps.map(({ name }) => name)).toEqual(['benefits: sign in', 'consent to share']);
    const page = (await ana.page.locator('main').textContent()) ?? '';
    expect(page).toContain(ana.person.familyName.toUpperCase()); // as the license states it
    expect(page).not.toContain(ana.person.ssn.slice(-4));
  });

  it('and the next time with the press alone, since consent is remembered (C4)', async () => {
    await ana.page.context().clearCookies({ name: /^benefits/ });
    const { steps } = await goThrough(ana, 'benefits');
    expect(steps.map(({ name }) => name)).toEqual(['benefits: sign in']);
  });

  it('signs out at one agency, and the other’s session ends within seconds (P4)', async () => {
    await ana.page.goto(world.revenue);
    await ana.page.locator('form[action="/sign-out"] button').first().click();
    await ana.page.locator('button[name="logout"]').click();
    await ana.page.waitForURL(`${world.revenue}/**`);
    const atBenefits = () => ana.page.request.get(`${world.benefits}/welcome`);
    await expect.poll(async () => (await atBenefits()).status(), { timeout: 5000 }).toBe(401);
    await ana.page.goto(`${world.signet}/account`);
    expect(new URL(ana.page.url()).pathname).toBe('/sign-in');
  });

  it('takes her back in with email, password and a code', async () => {
    const { outcome, steps } = await goThrough(ana, 'revenue');
    expect(outcome).toBe('account');
    expect(steps.map(({ name }) => name)).toEqual(['revenue: sign in', 'sign in', 'second factor']);
  });
});

describe('other ways through', () => {
  it('with a passkey alone, in Spanish, at 320 px: 16 pages, and no more than a press for each thing done there', async () => {
    const jose = await actor(
      byId('jose-nunez-ortiz'),
      { lang: 'es', way: 'passkey' },
      { viewport: { width: 320, height: 700 } },
    );
    jose.authenticator = await addAuthenticator(jose.page);
    const first = await goThrough(jose, 'revenue');
    expect(first.outcome).toBe('account');
    expect(first.steps.map(({ name }) => name)).toEqual(pagesOfFirstSignIn('first way in'));
    expect([first.steps.length, first.presses]).toEqual([16, 19]);
    expect(await jose.page.locator('html').getAttribute('lang')).toBe('es');
    await jose.page.context().clearCookies();
    const again = await goThrough(jose, 'revenue');
    expect(again.steps.map(({ name }) => name)).toEqual(['revenue: sign in', 'sign in']);
  });

  it('with a passport: one photo of its page, read, compared and borne out by the office that issued it', async () => {
    const marisol = await actor(
      byId('marisol-quintero'),
      { lang: 'es', keyboard: true },
      { viewport: { width: 320, height: 700 } },
    );
    const { outcome, steps } = await goThrough(marisol, 'revenue');
    expect(outcome).toBe('no-record');
    const names = steps.map(({ name }) => name);
    expect(names).toContain('photo: data-page');
    expect(names).not.toContain('photo: back');
    await marisol.page.goto(`${world.signet}/account/data`);
    expect(await marisol.page.locator('main').textContent()).toContain('Pasaporte');
  });

  it('with a state ID that was chosen as a license, in Spanish, at 320 px: nothing is asked for again', async () => {
    const odessa = await actor(
      byId('odessa-marsh'),
      { lang: 'es' },
      { viewport: { width: 320, height: 700 } },
    );
    const { outcome, steps } = await goThrough(odessa, 'revenue');
    expect(outcome).toBe('no-record');
    const names = steps.map(({ name }) => name);
    for (const once of ['which document', 'photo: front', 'photo: back'])
      expect(
        names.filter((name) => name === once),
        once,
      ).toHaveLength(1);
    await odessa.page.goto(`${world.signet}/account/data`);
    const text = await odessa.page.locator('main').textContent();
    expect(text).toContain('Identificación estatal');
    expect(text).not.toContain('Licencia de conducir');
  });

  it('A16: without JavaScript: everything works, and a person looks at the face, which came from a file', async () => {
    const nora = await actor(byId('nora-lindgren'), {}, { javaScriptEnabled: false });
    await goThrough(nora, 'revenue', undefined, /^signet\/verify\/selfie$/);
    const said = words('en').proofing.photo.fromFile.lead(14);
    expect(await nora.page.locator('main').textContent()).toContain(said);
    expect((await goOn(nora)).outcome).toBe('needs-person');
    const why = words('en').proofing.reasons['selfie-from-file'].why;
    expect(await nora.page.locator('main').textContent()).toContain(why);
  });

  it('A8: without a face check, by a code that is mailed to the address on the license, in Spanish, at 320 px', async () => {
    const ines = await actor(
      byId('ines-calder'),
      { lang: 'es', keyboard: true },
      { viewport: { width: 320, height: 700 } },
    );
    const { outcome, steps } = await goThrough(ines, 'revenue');
    expect(outcome).toBe('no-record');
    const names = steps.map(({ name }) => name);
    expect(names).toContain('code from the letter');
    expect(names).not.toContain('picture of the face');
    const [letter] = await messagesTo(ines, 'INES CALDER\n19 QUARRY LANE\nSAN TELMO, ZZ 00031');
    const printed = await ines.page.request.get(`${world.sandbox}/outbox/messages/${letter?.id}/letter.pdf`);
    expect(await textIn(await openPdf(await printed.body()))).toMatch(/INES CALDER[\s\S]*\b\d{4} \d{4}\b/);
    await ines.page.goto(`${world.signet}/account/data`);
    expect(await ines.page.locator('main').textContent()).toContain('correo postal');
  });

  it('with a borrowed camera, on an upright phone', async () => {
    const eleni = await actor(byId('eleni-papadopoulou'), {}, { viewport: { width: 390, height: 844 } });
    expect((await goThrough(eleni, 'revenue')).outcome).toBe('no-record');
  });
});

describe('every other sandbox person ends as their story says', () => {
  const told = [
    'ana-rivera',
    'jose-nunez-ortiz',
    'nora-lindgren',
    'marisol-quintero',
    'odessa-marsh',
    'eleni-papadopoulou',
    'ines-calder',
  ];
  it.each(sandboxPeople.filter(({ id }) => !told.includes(id)))('$id: $outcome', async (person) => {
    const { email } = person;
    const { outcome } = await walkThrough({ person, world, email, password: 'a lamp for quiet evenings' });
    expect(outcome).toBe(ends[person.outcome]);
  });
});
