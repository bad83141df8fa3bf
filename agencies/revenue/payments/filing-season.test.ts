import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { sendForm } from '../../../test/support/browser/send-form.ts';
import type { FakeVisitor } from '../../../test/support/sites/fake-signet.ts';
import { imani, jose, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

/** The form and the payment around the two days on which most people pay. */
let world: RevenueWorld;

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Somebody with a bank account, at the form. */
async function payer(visitor: FakeVisitor): Promise<CookieBrowser> {
  const { browser } = await world.signIn(visitor);
  const form = await browser.visit(`${world.revenue.origin}/bank-accounts/new`);
  const numbers = { routing: '990000013', account: '70048210092', again: '70048210092', kind: 'checking' };
  await sendForm(browser, form, '/bank-accounts/new', numbers);
  return browser;
}

async function pay(browser: CookieBrowser, typed: Record<string, string>) {
  const form = await browser.visit(`${world.revenue.origin}/payments/new`);
  const check = await sendForm(browser, form, '/payments/check', { amount: '250.00', ...typed });
  return check.status === 200 ? sendForm(browser, check, '/payments') : check;
}

describe('on January 10', () => {
  let browser: CookieBrowser;
  beforeAll(async () => {
    world = await startRevenueWorld('2027-01-10T17:00:00Z');
    browser = await payer(jose);
  });
  afterAll(() => world.close());

  it('finding T1: the last estimated payment for the year before is offered and taken, none for a year to come', async () => {
    const { body } = await browser.visit(`${world.revenue.origin}/payments/new`);
    expect(textOf(body)).toContain('Estimated tax for 2026');
    expect(textOf(body)).toContain('The last payment is due January 15, 2027.');
    expect(body).not.toContain('value="estimated-2028"');
    const paid = await pay(browser, { what: 'estimated-2026', day: '2027-01-15' });
    expect(textOf(paid.body)).toMatch(/Your payment is scheduled.* Estimated tax, 2026 .*\$250\.00/);
  });

  it('finding T1: for no day after the one on which it is due, and for no year that has not begun', async () => {
    const late = await pay(browser, { what: 'estimated-2026', day: '2027-01-16' });
    expect(late.status).toBe(422);
    expect(textOf(late.body)).toContain('Choose a day from January 10, 2027 to January 15, 2027');
    expect((await pay(browser, { what: 'estimated-2028' })).status).toBe(422);
  });

  it.each([
    ['return-2026', 'Tax return, 2026'],
    ['extension-2026', 'Extension (Form 4868), 2026'],
    ['amended-return-2025', 'Amended return, 2025'],
    ['notice-2025', 'Notice, 2025'],
  ])('finding T2: %s is offered and taken', async (what, named) => {
    const { body } = await browser.visit(`${world.revenue.origin}/payments/new`);
    expect(body).toContain(`value="${what}"`);
    expect(textOf((await pay(browser, { what })).body)).toContain(named);
  });
});

describe('at 8:30 in the evening of the filing day', () => {
  let browser: CookieBrowser;
  beforeAll(async () => {
    world = await startRevenueWorld('2027-04-16T00:30:00Z');
    browser = await payer(imani);
  });
  afterAll(() => world.close());

  it('finding T3: the form starts at that day, and a payment for it is taken', async () => {
    const { body } = await browser.visit(`${world.revenue.origin}/payments/new`);
    expect(body).toContain('value="2027-04-15"');
    expect(body).toContain('value="extension-2026"');
    const paid = await pay(browser, { what: 'return-2026', day: '2027-04-15' });
    expect(textOf(paid.body)).toMatch(/Your payment is scheduled.* April 15, 2027/);
  });

  it('finding T3: moments are told in the department’s own time, to the minute', async () => {
    const paid = await pay(browser, { what: 'return-2026' });
    expect(textOf(paid.body)).toMatch(/Authorized April 15, 2027 at 8:3\d\sPM EDT/);
  });

  it('finding T2: a return that is received and not processed can be paid, and nobody is told that they owe nothing', async () => {
    const { body } = await browser.visit(`${world.revenue.origin}/payments/new`);
    expect(body).toContain('value="return-2025"');
    expect(textOf(body)).toContain('We are still processing your return for 2025');
    const paid = await pay(browser, { what: 'return-2025' });
    expect(textOf(paid.body)).toContain('Tax return, 2025');
  });
});
