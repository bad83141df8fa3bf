import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CookieBrowser, Visit } from '../../../test/support/browser/cookie-browser.ts';
import { sendForm } from '../../../test/support/browser/send-form.ts';
import {
  type BenefitsWorld,
  robin,
  robinSharingNoAddress,
  someoneElse,
  startBenefitsWorld,
} from '../test-world.ts';

const aDay = 86_400_000;
let world: BenefitsWorld;
let browser: CookieBrowser;
beforeAll(async () => {
  world = await startBenefitsWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  browser = (await world.signIn(robin)).browser;
  await serve('1984-03-01', '1990-03-01');
});

const textOf = ({ body }: Visit): string =>
  body
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const at = (path: string) => browser.visit(`${world.benefits.origin}${path}`);
const fieldIn = ({ body }: Visit, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

async function post(path: string, fields: Record<string, string>, by = browser): Promise<Visit> {
  const token = fieldIn(await by.visit(`${world.benefits.origin}/service`), 'form_token');
  return by.post(`${world.benefits.origin}${path}`, { form_token: token, ...fields });
}

const serve = (began: string, ended: string) => post('/service', { began, ended });

async function file(benefit: string, contact = 'email'): Promise<Visit> {
  const form_key = fieldIn(await at(`/claims/new/${benefit}`), 'form_key');
  await post(`/claims/new/${benefit}/check`, { form_key, contact });
  return post(`/claims/new/${benefit}`, { form_key, contact });
}

/** Takes back what stands, so that each test begins without. */
async function clear(): Promise<void> {
  world.advance(aDay); // a session idles out meanwhile
  browser = (await world.signIn(robin)).browser;
  const numbers = [...(await at('/claims')).body.matchAll(/href="\/claims\/(VB-[\d-]+)"/g)];
  for (const [, number] of numbers) await post(`/claims/${number}/withdraw`, {});
}

describe('eligibility', () => {
  it('asks for the one thing that Signet cannot tell, then says of each benefit why or why not', async () => {
    const text = textOf(await at('/welcome'));
    expect(text).toContain('You served at least 2 years.');
    expect(text).toContain('You live in the Commonwealth of Alder.');
    expect(text).toContain('It had to be claimed by March 1, 2005, 15 years after you left the service.');
    expect(text).toContain('You turn 65 on October 26, 2030.');
  });

  it('C4: says what depends on an address that was not shared', async () => {
    browser = (await world.signIn(robinSharingNoAddress)).browser;
    expect(textOf(await at('/welcome'))).toContain('you did not share your address');
    expect((await at('/claims/new/home')).url.pathname).toBe('/welcome');
  });

  it('a day that cannot be is told at the field, in the summary and in the title, and what was typed stays', async () => {
    const answer = await serve('1982-10-25', '2090-01-01');
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('<title>Error: When did you serve?');
    expect(answer.body.match(/The first day must be on or after your 17th birthday/g)).toHaveLength(2);
    expect(answer.body.match(/The last day cannot be after today/g)).toHaveLength(2);
    expect(answer.body).toContain('value="2090-01-01"');
  });
});

describe('a claim', () => {
  it('is filed, and goes from received to review to decided by the clock', async () => {
    const filed = await file('health');
    expect(filed.url.pathname).toMatch(/^\/claims\/VB-\d{5}-\d{5}$/);
    expect(textOf(filed)).toContain('We have your claim. You can print this page as your receipt.');
    expect(textOf(filed)).toContain('Received. We have your claim.');
    const again = async () => {
      browser = (await world.signIn(robin)).browser;
      return textOf(await at(filed.url.pathname));
    };
    world.advance(aDay);
    expect(await again()).toContain('In review. Someone is comparing');
    world.advance(2 * aDay);
    expect(await again()).toContain('Approved. You get this benefit.');
    expect(textOf(await post(`${filed.url.pathname}/withdraw`, {}))).toContain('was already decided');
    expect(textOf(await at('/claims/new/health'))).toContain('Claim health care');
    expect(textOf(await file('health'))).toContain('You had already claimed this.');
  });

  it('is not approved where the make-believe records hold no such service, and may be claimed again', async () => {
    await serve('1983-01-01', '1990-03-01');
    const filed = await file('home');
    world.advance(3 * aDay);
    browser = (await world.signIn(robin)).browser;
    expect(textOf(await at(filed.url.pathname))).toContain('Not approved. We found no service from before');
    expect((await file('home', 'here')).url.pathname).not.toBe(filed.url.pathname);
    await clear();
  });

  it('attack, double click: two presses at once are one claim, and two tabs for one benefit as well', async () => {
    const keys = [crypto.randomUUID(), crypto.randomUUID()] as const;
    const press = (form_key: string) => post('/claims/new/home', { form_key, contact: 'letter' });
    const ends = await Promise.all([press(keys[0]), press(keys[0]), press(keys[1])]);
    expect(new Set(ends.map(({ url }) => url.pathname)).size).toBe(1);
    await clear();
  });

  it('can be taken back until it is decided, once', async () => {
    const filed = await file('home');
    expect(textOf(await post(`${filed.url.pathname}/withdraw`, {}))).toContain('Withdrawn.');
    await post(`${filed.url.pathname}/withdraw`, {});
    const text = textOf(await at(filed.url.pathname));
    expect(text).toContain('You took this claim back.');
    expect(text).not.toContain('Change your mind?');
  });

  it('asks how to be told, and says so at the field when that is missing', async () => {
    const answer = await post('/claims/new/home/check', { form_key: crypto.randomUUID(), contact: 'pigeon' });
    expect(answer.status).toBe(422);
    expect(answer.body.match(/Choose how we should tell you/g)).toHaveLength(2);
  });

  it('B11: whose session ran out on the check page finds the form as it was, and nothing was filed', async () => {
    const before = textOf(await at('/claims'));
    const form = await at('/claims/new/health');
    const check = await sendForm(browser, form, '/claims/new/health/check', { contact: 'here' });
    world.advance(aDay / 24);
    const late = await sendForm(browser, check, '/claims/new/health');
    expect([late.status, late.body.includes('is saved for one hour')]).toEqual([401, true]);
    expect(late.body).toContain('return_to=%2Fclaims%2Fnew%2Fhealth"');
    await world.signIn(robin, browser);
    const again = await at('/claims/new/health');
    expect(textOf(again)).toContain('Nothing has been sent yet');
    expect(again.body).toMatch(/value="here" checked/);
    expect(fieldIn(again, 'form_key')).toBe(fieldIn(form, 'form_key'));
    expect(textOf(await at('/claims'))).toBe(before);
  });

  it('attack, a form made by hand: what the rules do not allow is not filed, nor without a form of this session', async () => {
    const fields = { form_key: crypto.randomUUID(), contact: 'email' };
    expect((await post('/claims/new/pension', fields)).url.pathname).toBe('/welcome');
    const forged = await browser.post(`${world.benefits.origin}/claims/new/home`, fields);
    expect(forged.status).toBe(403);
    expect(textOf(await at('/claims'))).not.toContain('Pension');
  });

  it('attack, another person’s claim number: is not found, and cannot be taken back', async () => {
    const filed = await file('home');
    const mine = browser;
    browser = (await world.signIn(someoneElse)).browser;
    expect((await at(filed.url.pathname)).status).toBe(404);
    expect((await post(`${filed.url.pathname}/withdraw`, {})).status).toBe(404);
    browser = mine;
    expect(textOf(await at(filed.url.pathname))).toContain('Received.');
  });

  it('T2: no name, birth date, address, service or benefit is in clear, in rows or log lines', async () => {
    const kept = (await world.dump()) + world.lines.join();
    expect(kept).toMatch(/VB-\d{5}-\d{5}/);
    const inClear = /Aldous|Robin|Port Alder|1965-10-26|Weaver|1984-03-01|people\.example|"health|approved/i;
    expect(inClear.exec(kept)?.[0]).toBeUndefined();
  });
});
