import type { Page } from 'playwright-core';
import {
  AAL2_PHISHING_RESISTANT,
  createRelyingParty,
  loadOrCreateClientKey,
} from '../../../packages/relying-party/index.ts';
import { type Actor, appCode, messageTo } from '../../journey/actor.ts';
import type { World } from '../../support/world.ts';
import type { Look } from './look.ts';

/** What a detour can do to the database behind the pages, for states that nobody reaches in a minute. */
export type Query = (statement: string) => Promise<unknown>;

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
    '/privacy',
    '/not-me',
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
async function ask(
  page: Page,
  world: Actor['world'] & Pick<World, 'dataDir'>,
  acrValues: readonly string[],
): Promise<void> {
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

export async function unknownLevel(page: Page, world: World, look: Look): Promise<void> {
  await ask(page, world, [`${world.signet}/assurance/made-up`]);
  await look(page, 'a level that does not exist');
}

/** The agencies' and the sandbox's own pages off the way. */
export async function otherSites(page: Page, world: World, look: Look, lang: string): Promise<void> {
  const paths = ['/', '/signed-out', '/account', '/welcome', '/nowhere'];
  const failures = [
    'access-denied',
    'signet-unavailable',
    'state-mismatch',
    'level-too-low',
    'request-refused',
  ];
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
export async function account(actor: Actor, look: Look, query: Query): Promise<void> {
  const { page, world } = actor;
  const go = (path: string) => page.goto(world.signet + path);
  await go('/account');
  await look(page, 'signet/account, connected');
  await go('/');
  await look(page, 'signet/, signed in');
  await ask(page, world, [AAL2_PHISHING_RESISTANT]);
  await look(page, 'signet/sign-in/passkey-needed');
  await changeWaysIn(actor, look);
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
  await submit(page, '/recovery-codes/saved');
  const back = page.waitForURL(`${world.revenue}/**`);
  await page.locator('button[name="answer"][value="decline"]').click();
  await back;
  await look(page, 'revenue, after stopping at Signet');
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
  await submit(page, '/sign-in/code', { code: appCode(actor) });
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
