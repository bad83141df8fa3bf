import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addAuthenticator, type VirtualAuthenticator } from '../journey/virtual-authenticator.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';
import { freshEmail, makeAccount, nextCode, type Visitor } from '../support/visitors/signet-visitor.ts';
import { codeIn, totpCode } from '../support/worlds/authentication-world.ts';
import { type Finder, finder } from './accessibility/look.ts';

vi.setConfig({ testTimeout: 120_000 });

let world: TestSignet;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startSignet(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Somebody at a keyboard, who looks at each page before they use it. */
interface Walker {
  readonly page: Page;
  readonly found: Finder;
  /** The page is this one, and it is looked at. */
  at(path: string, name?: string): Promise<void>;
  /** Fills the fields of a form and sends it with Enter. */
  send(
    action: string,
    fields?: Readonly<Record<string, string>>,
    options?: { wrong?: string },
  ): Promise<void>;
  choose(value: string): Promise<void>;
  follow(href: string): Promise<void>;
}

async function enter(lang: 'en' | 'es'): Promise<Walker> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const found = finder(lang);
  await page.goto(`${world.origin}/?lang=${lang}`);
  const seen = new Set<string>();
  async function look(name: string, wrong: boolean): Promise<void> {
    if (seen.has(name)) return;
    seen.add(name);
    await found.look(page, name, { wrong });
  }
  const walker: Walker = {
    page,
    found,
    async at(path, name = path) {
      await page.waitForURL((url) => url.pathname === path);
      await look(name, false);
    },
    async send(action, fields = {}, { wrong } = {}) {
      const form = page.locator(`form[action="${action}"]`);
      for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
      const loaded = page.waitForEvent('load');
      await form.locator('button[type="submit"]:visible, button:not([type]):visible').first().press('Enter');
      await loaded;
      if (wrong) await look(wrong, true);
    },
    async choose(value) {
      await page.locator(`[name="rung"][value="${value}"]`).press('Space');
      await walker.send('/recover/choose');
    },
    async follow(href) {
      await Promise.all([
        page.waitForEvent('load'),
        page.locator(`a[href="${href}"]`).first().press('Enter'),
      ]);
    },
  };
  return walker;
}

const newestTo = async (email: string, pattern: RegExp): Promise<string> => {
  const mail = (await world.mailTo(email)).findLast(({ text }) => pattern.test(text));
  return pattern.exec(mail?.text ?? '')?.[1] ?? 'none';
};

/** From the sign-in page to the question what is left. */
async function reachChoices(walker: Walker, { email }: Visitor): Promise<void> {
  await walker.page.goto(`${world.origin}/sign-in`);
  await walker.page.locator('summary').first().press('Enter');
  await walker.follow('/recover');
  await walker.at('/recover');
  await walker.send('/recover', { email: 'nowhere' }, { wrong: 'an address that is none' });
  await walker.send('/recover', { email });
  await walker.at('/recover/code');
  await walker.send('/recover/code', { code: '000000' }, { wrong: 'a wrong emailed code' });
  const mails = await world.mailTo(email);
  await walker.send('/recover/code', { code: codeIn(mails.at(-1) ?? { to: '', subject: '', text: '' }) });
  await walker.at('/recover/choose');
}

async function bindApp(walker: Walker): Promise<void> {
  await walker.follow('/sign-up/app');
  await walker.at('/sign-up/app', '/sign-up/app after recovery');
  const key = ((await walker.page.locator('.signet-key').textContent()) ?? '').replaceAll(' ', '');
  await walker.send('/sign-up/app', { code: totpCode(key, new Date()) });
}

async function bindPassword(walker: Walker, password: string): Promise<void> {
  await walker.follow('/sign-up/password');
  await walker.at('/sign-up/password', '/sign-up/password after recovery');
  await walker.send('/sign-up/password', { password });
}

async function pressPasskey({ page }: Walker, authenticator: VirtualAuthenticator): Promise<void> {
  await authenticator.touch(true);
  const left = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await page.locator('signet-passkey button:visible').first().press('Enter');
  await left;
  await page.waitForLoadState();
  await authenticator.touch(false);
}

describe.each(['en', 'es'] as const)('getting back in, by keyboard, in %s', (lang) => {
  it('B15: a saved code, then a passkey; what is lost is removed; then the passkey itself is the way back', async () => {
    const ana = await makeAccount(world);
    const walker = await enter(lang);
    const authenticator = await addAuthenticator(walker.page);
    await reachChoices(walker, ana);
    await walker.send('/recover/choose', {}, { wrong: 'nothing chosen' });
    await walker.choose('saved-code');
    await walker.at('/recover/saved-code');
    await walker.send(
      '/recover/saved-code',
      { code: 'AAAA-AAAA-AAAA-AAAA' },
      { wrong: 'a wrong saved code' },
    );
    await walker.send('/recover/saved-code', { code: ana.recoveryCodes[0] ?? '' });
    await walker.at('/recover/new');
    await pressPasskey(walker, authenticator);
    await walker.at('/recover/review');
    await walker.page.locator('[name="lost"][value="password"]').press('Space');
    await walker.send('/recover/review');
    await walker.at('/account', '/account after recovery');

    await walker.send('/sign-out');
    await sql`DELETE FROM attempts`.execute(world.signet.resources.pool.db);
    await reachChoices(walker, ana);
    await walker.choose('passkey');
    await walker.at('/recover/passkey');
    await pressPasskey(walker, authenticator);
    await walker.page.waitForURL((url) => url.pathname === '/account');
    expect(walker.found.faults).toEqual([]);
  });

  it('B15: the password, then a new app', async () => {
    const ana = await makeAccount(world);
    const walker = await enter(lang);
    await reachChoices(walker, ana);
    await walker.choose('password');
    await walker.at('/recover/password');
    await walker.send('/recover/password', { password: 'not this one' }, { wrong: 'a wrong password' });
    await walker.send('/recover/password', { password: ana.password });
    await walker.at('/recover/new', '/recover/new after the password');
    await bindApp(walker);
    await walker.at('/recover/review');
    await walker.send('/recover/review');
    await walker.page.waitForURL((url) => url.pathname === '/account');
    expect(walker.found.faults).toEqual([]);
  });

  it('B15: the app, then a new password', async () => {
    const ana = await makeAccount(world);
    const walker = await enter(lang);
    await reachChoices(walker, ana);
    await walker.choose('app');
    await walker.at('/recover/app');
    await walker.send('/recover/app', { code: '000000' }, { wrong: 'a wrong code from the app' });
    await walker.send('/recover/app', { code: nextCode(ana) });
    await walker.at('/recover/new', '/recover/new after the app');
    await bindPassword(walker, 'a bench beside the canal');
    await walker.at('/recover/review', '/recover/review after the app');
    await walker.send('/recover/review');
    await walker.page.waitForURL((url) => url.pathname === '/account');
    expect(walker.found.faults).toEqual([]);
  });

  it('B15, B16: none of these: a case, a yes, the waiting, the link, a new password and app', async () => {
    const ana = await makeAccount(world);
    const contact = freshEmail();
    const walker = await enter(lang);
    await walker.page.goto(`${world.origin}/recover`);
    await walker.follow('/recover/case');
    await walker.at('/recover/case');
    await walker.send('/recover/case', { email: 'nowhere' }, { wrong: 'the account’s address is none' });
    await walker.send('/recover/case', { email: ana.email });
    await walker.at('/recover/case/contact');
    await walker.send('/recover/case/contact', { email: 'nowhere' }, { wrong: 'the contact is none' });
    await walker.send('/recover/case/contact', { email: contact });
    await walker.at('/recover/case/code');
    await walker.send('/recover/case/code', { code: '000000' }, { wrong: 'a wrong code from the contact' });
    await walker.send('/recover/case/code', { code: await newestTo(contact, /^(\d{6})$/m) });
    await walker.at('/recover/case/opened');
    const reference = (await walker.page.locator('.signet-key').textContent()) ?? '';
    const status = await newestTo(contact, /(\/recover\/status\/[\w-]+)/);
    const { recovery } = world.signet;
    await recovery.cases.settle(reference, 'approve', { ref: 'agent-7', saw: 'passport:united-states' });
    await walker.page.goto(world.origin + status);
    await walker.at(status, 'a case that waits');
    const { db } = world.signet.resources.pool;
    await sql`UPDATE recovery_cases SET due_at = now() - interval '1 second' WHERE reference = ${reference}`.execute(
      db,
    );
    await recovery.sweep();
    const link = await newestTo(contact, /(\/recover\/link\/[\w-]+)/);
    await walker.page.goto(world.origin + link);
    await walker.at(link, 'the link of a case');
    await walker.send(link);
    await walker.at('/recover/new', '/recover/new after a case');
    await bindPassword(walker, 'a bench beside the canal');
    await walker.follow('/recover/keep-app');
    await walker.at('/recover/keep-app');
    await walker.send('/recover/keep-app', { code: '12345' }, { wrong: 'a code that lacks a digit' });
    await walker.follow('/recover/new');
    await bindApp(walker);
    await walker.page.waitForURL((url) => url.pathname === '/account');
    await walker.page.goto(world.origin + link);
    await walker.at(link, 'the link once more');
    expect(walker.found.faults).toEqual([]);
  });

  it('B16: the link of a notice says what it does, and does it', async () => {
    const ana = await makeAccount(world);
    const walker = await enter(lang);
    await reachChoices(walker, ana);
    const link = await newestTo(ana.email, /(\/not-me\/[\w-]{43})/);
    const owner = await enter(lang);
    await owner.page.goto(world.origin + link);
    await owner.at(link, 'the link of a notice');
    await owner.send(link);
    await owner.at('/not-me/done');
    await owner.page.goto(`${world.origin}/not-me/made-up`);
    await owner.at('/not-me/made-up');
    await walker.page.goto(`${world.origin}/recover/choose`);
    await walker.page.waitForURL((url) => url.pathname === '/recover'); // nothing is under way any more
    expect([...walker.found.faults, ...owner.found.faults]).toEqual([]);
  });
});
