import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser/browser.ts';
import { CookieBrowser, type Visit } from '../../../test/support/browser/cookie-browser.ts';
import { sendForm } from '../../../test/support/browser/send-form.ts';
import { ana, jose, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let origin: string;
let browser: CookieBrowser;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
});
afterAll(() => world.close());
beforeEach(async () => {
  browser = (await world.signIn(jose)).browser;
});

const minutes = (count: number): number => count * 60_000;
const bankForm = '/bank-accounts/new';
const typed = { routing: '990000013', account: '70048210092', again: '70048210092', kind: 'savings' };

const open = (path: string) => browser.visit(`${origin}${path}`);

/** Fills the bank account form, and sends it when the session has long run out. */
async function sendTooLate(more: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = await open(bankForm);
  world.advance(minutes(16));
  return sendForm(browser, form, bankForm, { ...typed, ...more });
}

/** Follows the page's link to sign in. */
const signInAgain = (page: Visit) => {
  world.signet.visitor = jose;
  const [, href = ''] = /href="(\/sign-in\?[^"]+)"/.exec(page.body) ?? [];
  return open(href.replaceAll('&amp;', '&'));
};

const shows = ({ body }: Visit): boolean =>
  body.includes(`value="${typed.routing}"`) && /value="savings" checked/.test(body);

describe('B11: a form that is half filled in when the session runs out', () => {
  it('is there again after signing in, once, and nothing was sent', async () => {
    const late = await sendTooLate();
    expect(late.status).toBe(401);
    expect(late.body).toContain('What you filled in is saved for one hour');
    const form = await signInAgain(late);
    expect(form.url.pathname).toBe(bankForm);
    expect(form.body).toContain('Nothing has been sent yet');
    expect(shows(form)).toBe(true);
    expect(shows(await open(bankForm))).toBe(false);
    expect((await open('/bank-accounts')).body).not.toContain('XXXX0092');
  });

  it('T10: is there again after a step-up that came in between', async () => {
    const form = await open(bankForm);
    world.advance(minutes(11));
    const asked = await sendForm(browser, form, bankForm, typed);
    expect(asked.url.pathname).toBe(bankForm);
    expect(shows(asked)).toBe(true);
  });

  it('is left on the check page: nothing is paid, and the same payment can be made', async () => {
    const added = await sendForm(browser, await open(bankForm), bankForm, typed);
    expect(added.url.pathname).toBe('/bank-accounts');
    const check = await sendForm(browser, await open('/payments/new'), '/payments/check', {
      amount: '31.07',
    });
    world.advance(minutes(16));
    const form = await signInAgain(await sendForm(browser, check, '/payments'));
    expect(form.url.pathname).toBe('/payments/new');
    expect(form.body).toContain('value="31.07"');
    expect((await open('/payments')).body).not.toContain('31.07');
    const again = await sendForm(browser, form, '/payments/check');
    const paid = await sendForm(browser, again, '/payments');
    expect(paid.body).toContain('31.07');
  });

  it('attack, shared computer: whoever signs in next on this browser sees nothing of it', async () => {
    const late = await sendTooLate();
    const sealed = browser.cookie('revenue_session_kept') ?? '';
    expect(sealed).toMatch(/^[\w-]+\.[\w.-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toMatch(/990000013|savings|jose/);
    expect(late.body).toContain('is saved for one hour');
    const others = new CookieBrowser();
    others.setCookie('revenue_session_kept', sealed);
    await world.signIn(ana, others);
    expect(shows(await others.visit(`${origin}${bankForm}`))).toBe(false);
    expect(shows(await signInAgain(late))).toBe(true);
  });

  it('is not kept longer than an hour, nor after signing out', async () => {
    const late = await sendTooLate();
    const cookies = late.headers.getSetCookie().filter((one) => one.startsWith('revenue_session_kept='));
    expect(cookies.join()).toMatch(/Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax/);
    await signInAgain(late);
    const [, token = ''] = /name="form_token" value="([^"]+)"/.exec((await open('/account')).body) ?? [];
    await sendTooLate();
    await world.signIn(jose, browser);
    expect(token).not.toBe('');
    const home = await open('/account');
    await sendForm(browser, home, '/sign-out');
    expect(browser.cookie('revenue_session_kept')).toBeUndefined();
  });

  it.each([
    ['forged: a token that is not the session’s own', { form_token: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['open redirect: a page elsewhere', { form_page: '//attacker.example' }],
    ['too much for a cookie', { account: 'x'.repeat(3000) }],
  ])('attack, %s: nothing is kept', async (_name, over) => {
    const late = await sendTooLate(over);
    expect(late.status).toBe(401);
    expect(late.body).not.toContain('is saved for one hour');
    expect(late.body).not.toContain('attacker.example');
    expect(browser.cookie('revenue_session_kept')).toBeUndefined();
  });

  it('attack, malformed requests: a body that cannot be read is refused like one without a token', async () => {
    const before = browser.cookieHeader();
    const send = (path: string, contentType: string) =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        body: 'x',
        headers: { cookie: before, origin, 'content-type': contentType },
      });
    for (const contentType of ['multipart/form-data', 'multipart/form-data; boundary=x', 'x']) {
      expect((await send('/session/form', contentType)).status).toBe(401);
      expect((await send(bankForm, contentType)).status).toBe(403);
      expect((await send('/backchannel-logout', contentType)).status).toBe(400);
    }
  });

  it('too much to keep takes the place of what was kept before: nothing older is shown as what was typed', async () => {
    await sendTooLate();
    expect(browser.cookie('revenue_session_kept')).toBeDefined();
    browser = (await world.signIn(jose, browser)).browser;
    await sendTooLate({ account: 'x'.repeat(3000) });
    expect(browser.cookie('revenue_session_kept')).toBeUndefined();
  });

  it('B12: of a session that was ended, nothing is kept', async () => {
    const copy = browser.copy();
    const form = await open(bankForm);
    await sendForm(browser, form, '/sign-out');
    const late = await copy.post(`${origin}${bankForm}`, { ...typed, form_page: bankForm, form_token: 'x' });
    expect(late.body).not.toContain('is saved for one hour');
  });
});

describe('with script, on a page that is left alone', () => {
  let chromium: Browser;
  beforeAll(async () => {
    chromium = await launchBrowser();
  });
  afterAll(() => chromium.close());

  it('the way back leads to the page that was left, where there was nothing to keep', async () => {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.clock.install();
    world.signet.visitor = jose;
    await page.goto(`${origin}/sign-in?return_to=/account?year=2023`);
    world.advance(minutes(15.1));
    await page.clock.runFor(minutes(15));
    await page.waitForURL(/signed-out/);
    expect(await page.textContent('main')).not.toContain('What you filled in');
    await page.click('main a.button');
    await page.waitForURL(`${origin}/account?year=2023`);
    expect(world.signet.pushed.at(-1)?.prompt).toBe('login');
    await context.close();
  });

  it('it is kept before the page is left, and the way back leads to it', async () => {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.clock.install();
    world.signet.visitor = jose;
    await page.goto(`${origin}/sign-in?return_to=${bankForm}`);
    await page.fill('#routing', typed.routing);
    await page.check('input[value=savings]');
    world.advance(minutes(15.1));
    await page.clock.runFor(minutes(15));
    await page.waitForURL(/signed-out/);
    expect(await page.textContent('main')).toContain('What you filled in is saved for one hour');
    expect(await page.content()).not.toContain(typed.routing);
    await page.click('main a.button');
    await page.waitForURL(`${origin}${bankForm}`);
    expect(await page.inputValue('#routing')).toBe(typed.routing);
    expect(await page.isChecked('input[value=savings]')).toBe(true);
    await context.close();
  });
});
