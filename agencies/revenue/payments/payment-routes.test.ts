import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CookieBrowser, Visit } from '../../../test/support/browser/cookie-browser.ts';
import { sendForm } from '../../../test/support/browser/send-form.ts';
import { ana, jose, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let origin: string;
let browser: CookieBrowser;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
  browser = (await world.signIn(jose)).browser;
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const bankAccount = {
  routing: '990000013',
  account: '70048210092',
  again: '7004 8210 092',
  kind: 'checking',
};

async function addBankAccount(over: Partial<typeof bankAccount> = {}): Promise<Visit> {
  const form = await browser.visit(`${origin}/bank-accounts/new`);
  return sendForm(browser, form, '/bank-accounts/new', { ...bankAccount, ...over });
}

async function ordered(over: Record<string, string> = {}): Promise<Visit> {
  return sendForm(browser, await browser.visit(`${origin}/payments/new`), '/payments/check', {
    amount: '25.00',
    ...over,
  });
}

const toldOfBanks = ({ body }: Visit): number => body.split('A bank account was added or removed').length - 1;

describe('a bank account', () => {
  it.each([
    [{ routing: '021000022' }, 'routing number'],
    [{ account: '12', again: '12' }, '4 to 17 digits'],
    [{ again: '70048210093' }, 'account numbers do not match'],
    [{ kind: '' }, 'kind of account'],
    [{ account: '70048210003', again: '70048210003' }, 'does not know this account'],
  ])('T6: %o is refused at its field: %s', async (over, words) => {
    const refused = await addBankAccount(over);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatch(/<title>Error: /);
    expect(textOf(refused.body)).toContain(words);
    const typed = { ...bankAccount, ...over };
    expect(refused.body).toContain(`value="${typed.routing}"`);
  });

  it('T6, T10: is added after a fresh sign-in, checked with the bank, and told', async () => {
    world.advance(11 * 60_000);
    const asked = world.signet.pushed.length;
    const added = await addBankAccount();
    expect(world.signet.pushed.length).toBe(asked + 1);
    expect(added.url.pathname).toBe('/bank-accounts');
    expect(textOf(added.body)).toContain('Harborside Savings Bank, XXXX0092');
    expect(added.body).not.toContain('70048210092');
  });
});

describe('a payment', () => {
  it('is checked before it is made, and the form keeps what was typed', async () => {
    const wrong = await ordered({ amount: '1.5', day: '2001-01-01' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="1.5"');
    expect(textOf(wrong.body)).toContain('Enter an amount in dollars and cents');
    const tooMuch = await ordered({ amount: '9,999,999.00' });
    expect(textOf(tooMuch.body)).toMatch(/Enter at most \$[\d,]+\.\d\d: that is what is still owed/);
    const check = await ordered();
    expect(textOf(check.body)).toMatch(/Check your payment .*Balance due, \d{4}.*\$25\.00.*XXXX0092/);
  });

  it('of another kind does not take along the amount that the form filled in for a balance', async () => {
    const form = await browser.visit(`${origin}/payments/new`);
    const [, estimated = ''] = /value="(estimated-\d{4})"/.exec(form.body) ?? [];
    const [, owed = ''] = /name="amount"[^>]*value="([^"]+)"/.exec(form.body) ?? [];
    const asked = await sendForm(browser, form, '/payments/check', { what: estimated });
    expect(asked.status).toBe(422);
    expect(textOf(asked.body)).toContain('The one that stood here was for the balance that you owe');
    expect(asked.body).toContain('name="amount"');
    expect(asked.body).not.toContain(owed);
    const own = await sendForm(browser, asked, '/payments/check', { amount: owed });
    expect(textOf(own.body)).toMatch(/Check your payment .*Estimated tax/); // typed on purpose, it counts
    const balance = await sendForm(browser, form, '/payments/check');
    const changed = await sendForm(browser, balance, '/payments/change');
    const later = await sendForm(browser, changed, '/payments/check', { what: estimated });
    expect(later.status).toBe(422);
  });

  it('attack, double click and reload: pressed three times it is one payment, drawn once', async () => {
    const check = await ordered();
    const made = await Promise.all([1, 2, 3].map(() => sendForm(browser, check, '/payments')));
    const ids = new Set(made.map(({ url }) => url.pathname));
    expect(ids.size).toBe(1);
    const late = await sendForm(browser, check, '/payments');
    expect(ids.has(late.url.pathname)).toBe(true);
  });

  it('of a later day is on the home of the account until it is canceled, whatever it is for', async () => {
    const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    const form = await browser.visit(`${origin}/payments/new`);
    const [, estimated = ''] = /value="(estimated-\d{4})"/.exec(form.body) ?? [];
    const made = await sendForm(
      browser,
      await ordered({ what: estimated, amount: '31.00', day }),
      '/payments',
    );
    const home = await browser.visit(`${origin}/account`);
    expect(textOf(home.body)).toMatch(/On their way .*Estimated tax, \d{4} \$31\.00/);
    expect(home.body).toContain(`href="${made.url.pathname}"`);
    await sendForm(browser, made, `${made.url.pathname}/cancel`);
    expect((await browser.visit(`${origin}/account`)).body).not.toContain('$31.00');
  });

  it('of a later day can be canceled, and says until when', async () => {
    const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    const made = await sendForm(browser, await ordered({ day }), '/payments');
    expect(textOf(made.body)).toContain('You can cancel it here until');
    const canceled = await sendForm(browser, made, `${made.url.pathname}/cancel`);
    expect(textOf(canceled.body)).toContain('This payment is canceled');
    expect(canceled.body).not.toContain('/cancel"');
  });

  it('attack, cross-site request forgery: nothing is made or canceled without the session’s own form', async () => {
    const check = await ordered();
    const [, key = ''] = /name="form_key" value="([^"]+)"/.exec(check.body) ?? [];
    const forged = { what: 'balance-2025', amount: '5.00', day: '2026-12-24', from: 'x', form_key: key };
    const answer = await browser.post(`${origin}/payments`, { ...forged, form_token: 'guess' });
    expect(answer.status).toBe(403);
  });

  it('attack, another person’s payment: not found, by whatever number', async () => {
    const made = await sendForm(browser, await ordered(), '/payments');
    const { browser: other } = await world.signIn(ana);
    const answer = await other.visit(`${origin}${made.url.pathname}`);
    expect(answer.status).toBe(404);
    expect((await other.visit(`${origin}/payments/not-a-number`)).status).toBe(404);
  });
});

it('attack, double click: pressed three times it is one bank account, and told once', async () => {
  const form = await browser.visit(`${origin}/bank-accounts/new`);
  const before = toldOfBanks(await browser.visit(`${origin}/letters`));
  const typed = { ...bankAccount, account: '70048210555', again: '70048210555' };
  await Promise.all([1, 2, 3].map(() => sendForm(browser, form, '/bank-accounts/new', typed)));
  const list = textOf((await browser.visit(`${origin}/bank-accounts`)).body);
  expect(list.split('Remove Harborside Savings Bank, XXXX0555')).toHaveLength(2);
  expect(toldOfBanks(await browser.visit(`${origin}/letters`))).toBe(before + 1);
});
