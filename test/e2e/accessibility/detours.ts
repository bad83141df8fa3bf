import { AAL2_PHISHING_RESISTANT, createRelyingParty, loadOrCreateClientKey } from '@signet/relying-party';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Actor, appCode, messageTo } from '../../journey/actor.ts';
import type { World } from '../../support/sites/world.ts';
import type { Look } from './look.ts';

/** What a detour can do to the database behind the pages, for states that nobody reaches in a minute. */
export type Query = (statement: string) => Promise<{ readonly rowCount: number | null }>;

const submit = async (page: Page, action: string, fields: Readonly<Record<string, string>> = {}) => {
  for (const [name, value] of Object.entries(fields))
    await page.fill(`form[action="${action}"] [name="${name}"]`, value);
  await Promise.all([
    page.waitForEvent('load'),
    page.locator(`form[action="${action}"] button[type="submit"]:visible`).last().click(),
  ]);
};

/** Pages for everybody, and the ends of ways that lead nowhere. */
export async function publicPages(page: Page, world: World, look: Look): Promise<void> {
  const paths = [
    '/',
    '/help',
    '/help/agencies',
    '/privacy',
    '/not-me',
    '/keep-account/made-up',
    '/keep-account/done',
    '/erased/made-up',
    '/signed-out',
    '/sign-in',
    '/trust-framework/sandbox',
    '/sign-up/link?token=made-up',
    '/interaction/made-up',
    '/nowhere',
    '/oauth/authorize?client_id=nobody',
  ];
  for (const path of paths) {
    await page.goto(world.signet + path);
    await look(page, `signet${path}`);
  }
  await page.goto(`${world.signet}/sign-up/link?token=made-up`);
  await submit(page, '/sign-up/link');
  await look(page, 'a link that has ended');
  await page.goto(`${world.signet}/help`);
  for (const question of await page.locator('details summary').all()) await question.click();
  await look(page, 'signet/help, opened');
}

/** Forms that cannot be taken: without the page's token, and too large. */
export async function refusedForms(page: Page, world: World, look: Look): Promise<void> {
  const change = (name: string, value: string) =>
    page.$eval(
      `form[action="/sign-up"] [name="${name}"]`,
      (field, text) => {
        if (field instanceof HTMLInputElement) field.value = text;
      },
      value,
    );
  await page.goto(`${world.signet}/sign-up`);
  await change('csrf', 'of another browser');
  await submit(page, '/sign-up');
  await look(page, 'a form of another browser (403)');
  await page.goto(`${world.signet}/sign-up`);
  await change('email', 'a'.repeat(300_000));
  await submit(page, '/sign-up');
  await look(page, 'a form that is too large (413)');
}

/** What the agency would like to know, and this world's agencies do not ask. */
async function ask(page: Page, world: World, acrValues: readonly string[]): Promise<void> {
  const agency = createRelyingParty({
    issuer: world.signet,
    clientId: 'department-of-revenue',
    privateKeyJwk: await loadOrCreateClientKey(`${world.dataDir}/revenue`),
    redirectUri: `${world.revenue}/callback`,
    postLogoutRedirectUri: `${world.revenue}/signed-out`,
    scope: 'openid email',
    acrValues,
    allowHttpOnLocalhost: true,
  });
  const started = await agency.startSignIn();
  if (!started.ok) throw new Error(started.error);
  await page.goto(started.value.url);
}

/** The agencies' and the sandbox's own pages off the way. */
export async function otherSites(page: Page, world: World, look: Look, lang: string): Promise<void> {
  const paths = ['/', '/signed-out', '/account', '/welcome', '/nowhere'];
  const failures = ['access-denied', 'signet-unavailable', 'level-too-low'];
  for (const site of ['revenue', 'benefits'] as const)
    for (const path of [...paths, ...failures.map((failure) => `/sign-in-problem/${failure}`)]) {
      await page.goto(`${world[site]}${path}?lang=${lang}`);
      await look(page, `${site}${path}`);
    }
  for (const path of ['/', '/your-own', '/outbox', '/nowhere']) {
    await page.goto(`${world.sandbox}${path}?lang=${lang}`);
    await look(page, `sandbox${path}`);
  }
}

/** A signed-in person, verified, looks around, signs out and comes back. */
export async function account(actor: Actor, world: World, look: Look, query: Query): Promise<void> {
  const { page } = actor;
  const go = (path: string) => page.goto(world.signet + path);
  await go('/account');
  await look(page, 'signet/account, connected');
  for (const path of ['/contact', '/contact/add', '/history', '/agencies']) {
    await go(`/account${path}`);
    await look(page, `signet/account${path}`);
  }
  await go('/');
  await look(page, 'signet/, signed in');
  await ask(page, world, [AAL2_PHISHING_RESISTANT]);
  await look(page, 'signet/sign-in/passkey-needed');
  await yourData(actor, look);
  await changeWaysIn(actor, look);
  await stayLonger(actor, look, query);
  await go('/sign-in/open-vault');
  await look(page, 'signet/sign-in/open-vault');
  await submit(page, '/sign-in/open-vault/password', { password: 'not this one' });
  await look(page, 'signet/sign-in/open-vault, wrong password', { wrong: true });
  await submit(page, '/sign-in/open-vault/code', { code: 'AAAAA-AAAAA-AAAAA-AAAAA' });
  await look(page, 'signet/sign-in/open-vault, wrong code', { wrong: true });
  await query('ALTER TABLE consents RENAME TO consents_away');
  await go('/account');
  await query('ALTER TABLE consents_away RENAME TO consents');
  await look(page, 'something broken (500)');
  await signOut(actor, look);
  await comeBack(actor, look, query);
}

/** What is known of them: masked, in full, taken along; and an account that is almost deleted. */
async function yourData(actor: Actor, look: Look): Promise<void> {
  const { page, world, email } = actor;
  const go = (path: string) => page.goto(world.signet + path);
  await go('/account/data');
  await look(page, 'signet/account/data');
  await submit(page, '/account/data/show');
  await look(page, 'signet/account/data/shown');
  await go('/account/data/name');
  await look(page, 'signet/account/data/name');
  await page.fill('#givenName', 'Somebody');
  await submit(page, '/account/data/name');
  await look(page, 'signet/account/data/name, another name');
  await go('/account/data/download');
  await look(page, 'signet/account/data/download');
  await Promise.all([page.waitForEvent('load'), page.click('button[name="as"][value="page"]')]);
  await look(page, 'signet/account/data/download, the page');
  await go('/account/close');
  await look(page, 'signet/account/close');
  await submit(page, '/account/close');
  await look(page, 'signet/account/close, wrong', { wrong: true });
  await page.click('label[for="understood"]');
  await submit(page, '/account/close');
  await look(page, 'signet/account/close, waiting');
  await go('/account');
  await look(page, 'signet/account, to be deleted');
  const link = /http\S+\/keep-account\/\S+/;
  const [address] = await messageTo(actor, email, link);
  await page.goto(address);
  await look(page, 'signet/keep-account');
  await go('/account');
  await submit(page, '/account/close/keep');
  await look(page, 'signet/account/data, kept');
}

/** What a finished account may change: its password, its app, its recovery codes. */
async function changeWaysIn(actor: Actor, look: Look): Promise<void> {
  const { page, world } = actor;
  await page.goto(`${world.signet}/account/password`);
  await look(page, 'signet/account/password');
  await submit(page, '/account/password', { password: 'short' });
  await look(page, 'signet/account/password, wrong', { wrong: true });
  await submit(page, '/account/password', { password: actor.password });
  await look(page, 'signet/account, password changed');
  await page.goto(`${world.signet}/sign-up/app`);
  await look(page, 'signet/sign-up/app, another');
  await page.goto(`${world.signet}/recovery-codes`);
  await look(page, 'signet/recovery-codes, again');
  await submit(page, '/recovery-codes');
  await look(page, 'signet/recovery-codes, new ones');
  await printsOnlyCodes(page);
  await submit(page, '/recovery-codes/saved');
  await page.locator('.signet-agency a').click(); // the account had left the agency's request; this goes back to it
  await page.waitForLoadState('load');
  const back = page.waitForURL(`${world.revenue}/**`);
  await page.locator('button[name="answer"][value="decline"]').click();
  await back;
  await look(page, 'revenue, after stopping at Signet');
  await page.goto('about:blank'); // the agency's page leaves by itself once it hears that its session has ended
}

/** On paper: whose codes they are, from which day, the codes, and where and how they are used. */
async function printsOnlyCodes(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const lines = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('body *')];
    const isLine = (it: HTMLElement) =>
      it.childElementCount === 0 || it.querySelector(':scope > signet-time'); // a day in it
    const lines = all.filter((it) => isLine(it) && !it.closest('signet-time'));
    const shown = lines.filter((it) => it.checkVisibility() && it.textContent);
    return shown.map((it) => it.textContent);
  });
  await page.emulateMedia({ media: null });
  expect(lines[0]).toMatch(/Signet.*2\d{3}$/);
  expect(lines.slice(1, 11)).toEqual(Array.from({ length: 10 }, () => expect.stringMatching(/^[\w-]{19}$/)));
  const rest = lines.slice(11);
  expect([rest.length, rest.join(' ')]).toEqual([2, expect.stringContaining(new URL(page.url()).host)]);
}

/** B11: the warning before the idle limit, in a tab of its own whose clock is put forward while the server's is not. */
async function stayLonger(actor: Actor, look: Look, query: Query): Promise<void> {
  const { world } = actor;
  const tab = await actor.page.context().newPage();
  await tab.clock.install();
  await tab.goto(`${world.signet}/account`);
  await query(
    "UPDATE sessions SET last_seen_at = now() - interval '58 minutes', expires_at = now() + interval '2 minutes'",
  );
  await tab.clock.fastForward('58:05');
  await tab.locator('dialog[open]').waitFor();
  await look(tab, 'session about to end');
  await tab.locator('[data-extend]').click();
  await tab.locator('dialog:not([open])').waitFor({ state: 'attached' });
  const extended = await query("SELECT 1 FROM sessions WHERE expires_at > now() + interval '59 minutes'");
  expect(extended.rowCount).toBe(1);
  await tab.close();
}

async function signOut({ page, world }: Actor, look: Look): Promise<void> {
  await page.goto(world.revenue);
  await page.locator('form[action="/sign-out"] button').first().click();
  await page.waitForURL(`${world.signet}/**`);
  await look(page, 'sign out of Signet too?');
  await page.locator('button[name="logout"]').click();
  await page.waitForURL(`${world.revenue}/**`);
  await look(page, 'revenue/signed-out, everywhere');
}

async function comeBack(actor: Actor, look: Look, query: Query): Promise<void> {
  const { page, world } = actor;
  const { email, password } = actor;
  await page.goto(`${world.signet}/sign-in`);
  await submit(page, '/sign-in', { email, password: 'not this one' });
  await look(page, 'signet/sign-in, wrong password', { wrong: true });
  await submit(page, '/sign-in', { email, password });
  await look(page, 'signet/sign-in/code');
  await submit(page, '/sign-in/code', { code: '000000' });
  await look(page, 'signet/sign-in/code, wrong', { wrong: true });
  await page.goto(`${world.signet}/sign-in/recovery-code`);
  await look(page, 'signet/sign-in/recovery-code');
  await submit(page, '/sign-in/recovery-code', { code: 'AAAAA-AAAAA-AAAAA-AAAAA' });
  await look(page, 'signet/sign-in/recovery-code, wrong', { wrong: true });
  await page.goto(`${world.signet}/sign-in/code`);
  await submit(page, '/sign-in/code', { code: await appCode(actor) });
  await look(page, 'signet/account, back');
  await submit(page, '/sign-out');
  await look(page, 'signet/signed-out');
  await page.goto(`${world.signet}/sign-in`);
  await submit(page, '/sign-in', { email, password });
  await query('UPDATE totp_authenticators SET failures = 100');
  await query('UPDATE recovery_code_sets SET failures = 100');
  await page.goto(`${world.signet}/sign-in/code`);
  await look(page, 'signet/sign-in/code, nothing left');
}

/** Somebody whose account is new and without a proven identity. */
export async function newCode(actor: Actor, look: Look): Promise<void> {
  const { page, world, email } = actor;
  await page.goto(`${world.signet}/sign-up`);
  await submit(page, '/sign-up', { email });
  await messageTo(actor, email, /\b\d{6}\b/);
  await Promise.all([page.waitForEvent('load'), page.click('button[formaction="/sign-up/code/again"]')]);
  await look(page, 'signet/sign-up/code, sent again');
}
