import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { authorize, newFlow, open } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  askForCode,
  freshEmail,
  headingIn,
  makeAccount,
  nextCode,
  submit,
} from '../../support/visitors/signet-visitor.ts';
import { codeIn } from '../../support/worlds/authentication-world.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

const banner = 'You are signing in to';
const agencyOrigin = 'https://permits.example';

it.each(['/account', '/'])(
  'finding P13, B-1: a request that was left for %s is gone from every page, and waits',
  async (place) => {
    const { browser } = await makeAccount(world);
    const flow = newFlow(world.permits);
    const asked = await open(world, flow, browser);
    expect(asked.body).toContain(banner);
    expect(asked.headers.get('content-security-policy')).toContain(agencyOrigin);

    const elsewhere = await browser.visit(world.origin + place);
    expect(elsewhere.body).not.toContain(banner);
    expect(elsewhere.body).toContain(
      `href="${asked.url.pathname}">Continue signing in to the Office of permits`,
    );
    for (const path of [place, '/account/history', '/help', '/account/password']) {
      const page = await browser.visit(world.origin + path);
      expect(page.body, path).not.toContain(banner);
      expect(page.headers.get('content-security-policy'), path).not.toContain(agencyOrigin);
    }

    const back = await browser.visit(asked.url);
    expect(back.body).toContain(banner);
    const answer = await submit(
      browser,
      back,
      `${asked.url.pathname}/consent`,
      { answer: 'agree' },
      { stopAt: `${agencyOrigin}/` },
    );
    expect(answer.url.searchParams.get('state')).toBe(flow.state);
    expect((await browser.visit(`${world.origin}/account`)).body).not.toContain('Continue signing in');
  },
);

it('finding B-1: of two requests, a page is on the way to its own or to none', async () => {
  const { browser } = await makeAccount(world);
  await open(world, newFlow(world.permits), browser); // and left lying
  await browser.visit(`${world.origin}/account`);
  const other = newFlow(world.records, { scope: 'openid email', acr_values: undefined });
  await authorize(world, other, browser);
  const help = await browser.visit(`${world.origin}/help`);
  expect(help.body).not.toContain(banner);
  expect(help.headers.get('content-security-policy')).not.toContain('.example');
});

it('finding P13: an agency that has its answer is offered no more, whatever earlier request of it was left lying', async () => {
  const { browser } = await makeAccount(world);
  await open(world, newFlow(world.permits), browser); // abandoned
  const asked = await open(world, newFlow(world.permits), browser);
  const consent = `${asked.url.pathname}/consent`;
  await submit(browser, asked, consent, { answer: 'agree' }, { stopAt: `${agencyOrigin}/` });
  const account = await browser.visit(`${world.origin}/account`);
  expect(account.body).not.toContain('Continue signing in');
});

/** The link in the mail that confirms an address. */
async function mailedLink(email: string): Promise<{ link: string; code: string }> {
  const [mail] = await world.mailTo(email);
  if (!mail) throw new Error('no mail');
  return { link: /https?:\S+sign-up\/link\S+/.exec(mail.text)?.[0] ?? '', code: codeIn(mail) };
}

it('a mail link that is opened on another device leads on to the agency that its owner was on the way to', async () => {
  const [desk, phone, third] = [new CookieBrowser(), new CookieBrowser(), new CookieBrowser()];
  await open(world, newFlow(world.permits), desk);
  const email = freshEmail();
  await askForCode(world, desk, email);
  const { link, code } = await mailedLink(email);
  const opened = await submit(phone, await phone.visit(link), '/sign-up/link');
  const onward = 'href="https://permits.example">Continue signing in to the Office of permits';
  expect(opened.body).toContain(onward);
  const password = 'a lamp at dusk by the harbor';
  expect((await submit(phone, opened, '/sign-up/password', { password })).body).toContain(onward);

  const late = await submit(desk, await desk.visit(`${world.origin}/sign-up/code`), '/sign-up/code', {
    code,
  });
  expect(late.status).toBe(422);
  expect(late.body).toContain('Did you open the link on another device? Then continue there.');
  const again = await submit(phone, await phone.visit(link), '/sign-up/link');
  expect(again.url.pathname).not.toBe('/sign-up/link'); // used in this browser: on with it
  const used = await submit(third, await third.visit(link), '/sign-up/link');
  expect(headingIn(used)).toBe('That link does not work now');
  expect(used.body).toContain('If you used it in another tab or on another device, continue there.');
  expect(used.body).not.toContain('Continue signing in');
});

it('so does the link of a recovery', async () => {
  const { email, recoveryCodes } = await makeAccount(world);
  const [desk, phone] = [new CookieBrowser(), new CookieBrowser()];
  await open(world, newFlow(world.permits), desk);
  await submit(desk, await desk.visit(`${world.origin}/recover`), '/recover', { email });
  const mail = (await world.mailTo(email)).findLast(({ text }) => text.includes('/recover/mailed/'));
  const link = new URL(/https?:\S+recover\/mailed\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  const choose = await submit(phone, await phone.visit(link), link.pathname);
  const onward = 'href="https://permits.example">Continue signing in to the Office of permits';
  expect(choose.body).toContain(onward);
  const saved = await phone.visit(`${world.origin}/recover/saved-code`);
  const back = await submit(phone, saved, '/recover/saved-code', { code: recoveryCodes[0] ?? '' });
  expect(back.url.pathname).toBe('/recover/new');
  expect(back.body).toContain(onward);
});

it('attack, a link that names another agency: only one that is registered is named, and by its own address', async () => {
  const [desk, phone] = [new CookieBrowser(), new CookieBrowser()];
  const email = freshEmail();
  await askForCode(world, desk, email);
  const { link } = await mailedLink(email);
  expect(link).not.toContain('agency=');
  const opened = await submit(
    phone,
    await phone.visit(`${link}&agency=https://evil.example`),
    '/sign-up/link',
  );
  expect(opened.url.pathname).toBe('/sign-up/password');
  expect(opened.body).not.toContain('evil.example');
});

it('finding B-1: a form says itself which request its page is on the way to, or that it is on none', async () => {
  const someone = await makeAccount(world);
  const browser = new CookieBrowser();
  const bookmark = await browser.visit(`${world.origin}/sign-in`);
  const flow = newFlow(world.permits);
  const asked = await open(world, flow, browser); // in another tab, meanwhile
  expect(asked.body).toContain(banner);
  const { email, password } = someone;
  const factor = await submit(browser, bookmark, '/sign-in', { email, password });
  expect(factor.body).not.toContain(banner);
  const signedIn = await submit(browser, factor, '/sign-in/code', { code: nextCode(someone) });
  expect(signedIn.url.pathname).toBe('/account');
  const back = await browser.visit(asked.url);
  expect(headingIn(back)).not.toBe('Sign in');
  expect(back.body).toContain(banner);
});

it('finding B-1: where a way begins, a tab that no site led there is on none', async () => {
  const { browser } = await makeAccount(world);
  const byHand = (path: string) =>
    browser.visit(world.origin + path, { headers: { 'sec-fetch-site': 'none' } });
  for (const path of ['/sign-up', '/recover', '/sign-in']) {
    await open(world, newFlow(world.permits), browser);
    expect((await browser.visit(world.origin + path)).body, path).toContain(banner); // a link on the way
    const page = await byHand(path);
    expect(page.body, path).not.toContain(banner);
    expect(page.headers.get('content-security-policy'), path).not.toContain(agencyOrigin);
    expect((await browser.visit(`${world.origin}/help`)).body, path).not.toContain(banner);
  }
});
