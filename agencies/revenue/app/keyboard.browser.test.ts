import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser/browser.ts';
import { words } from '../locales/index.ts';
import { ana, jose, latestOnFile, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'es'] as const)('the tax account in Chromium, by keyboard alone, in %s', (lang) => {
  const say = words(lang);
  let world: RevenueWorld; // of each language its own: what was paid in one is drawn while the other is walked
  let page: Page;

  beforeAll(async () => {
    world = await startRevenueWorld();
    const context = await browser.newContext({ locale: lang, acceptDownloads: true });
    page = await context.newPage();
    world.signet.visitor = jose;
    await page.goto(world.revenue.origin);
    await press(page.locator('main a.button'));
  });
  afterAll(async () => {
    await page.context().close();
    await world.close();
  });
  beforeEach(() => go('account'));

  /** Focused and pressed as one: nothing can take the focus in between. */
  const press = (target: Locator) => target.first().press('Enter');
  const choose = (selector: string) => page.locator(selector).first().press('Space');
  const type = async (field: string, text: string) => {
    await page.locator(`#${field}`).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  };
  const link = (name: string | RegExp) => page.locator('main').getByRole('link', { name });
  const button = (name: string) => page.locator('main').getByRole('button', { name });
  const main = () => page.locator('main').innerText();
  const heading = (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();

  async function go(to: 'account' | keyof typeof say.nav.sections): Promise<void> {
    const name = say.nav.sections[to === 'account' ? 'home' : to];
    await press(page.getByRole('navigation', { name: say.nav.sectionsLabel }).getByRole('link', { name }));
    await page.waitForLoadState();
  }

  /** Presses it, and gives what is downloaded. */
  async function download(target: Locator): Promise<{ readonly name: string; readonly start: string }> {
    const [file] = await Promise.all([page.waitForEvent('download'), press(target)]);
    const bytes = await readFile(await file.path());
    return { name: file.suggestedFilename(), start: bytes.subarray(0, 5).toString('latin1') };
  }

  it('home: the balance, what needs doing, and any other year', async () => {
    expect(await main()).toContain(say.overview.toDoTitle);
    expect(await main()).toMatch(/4[,.]447[.,]73/);
    await press(page.locator('.year-tabs a').nth(1));
    await page.waitForURL(/year=/);
    expect(await main()).toContain(say.filings.year(latestOnFile - 1));
  });

  it('T1: a transcript as a page, as a PDF and as data', async () => {
    await go('transcripts');
    await press(link(say.transcripts.kinds.record.name));
    await page.locator('article.sheet').waitFor();
    expect(await main()).toContain('XXX-XX-7730');
    expect(await download(link(say.transcripts.pdf))).toEqual({
      name: `record-transcript-${latestOnFile}.pdf`,
      start: '%PDF-',
    });
    const data = await download(link(say.transcripts.data));
    expect(data.name).toBe(`record-transcript-${latestOnFile}.json`);
  });

  it('T3: wage and income without masks, and the look is on the profile', async () => {
    await page.goto(`${world.revenue.origin}/transcripts/wage-and-income/${latestOnFile}`);
    expect(await main()).not.toContain('666-21-7730');
    await press(link(say.transcripts.showWhole));
    await page.waitForURL(/whole/);
    expect(await main()).toContain('666-21-7730');
    await go('profile');
    expect(await main()).toContain(say.profile.acts['whole-transcript']);
  });

  it('returns, documents and what became of what was filed', async () => {
    await go('filings');
    await heading(say.filings.title);
    expect(await main()).toContain(say.filings.forms['1040']);
    const pdf = page.locator('main a[href^="/documents/"][href$=".pdf"]');
    expect((await download(pdf)).start).toBe('%PDF-');
    await press(page.locator('main a[href^="/documents/"]:not([href$=".pdf"])'));
    await page.locator('article.sheet').waitFor();
    expect(await main()).toContain('XXX-XX-7730');
  });

  it('a notice is new until it is opened', async () => {
    await go('letters');
    const fresh = await page.locator('main .tag').count();
    const first = page.locator('.entry', { has: page.locator('.tag') }).locator('a');
    if (fresh === 0) throw new Error('no notice is new');
    await press(first);
    await page.waitForURL(/letters\//);
    await go('letters');
    expect(await page.locator('main .tag').count()).toBe(fresh - 1);
  });

  it('T6: a bank account, then a payment from it, and one for later that is canceled', async () => {
    await go('payments');
    await press(link(say.payments.bankAccounts));
    await press(link(say.payments.bank.add));
    await heading(say.payments.bank.form.title);
    await type('routing', '990000013');
    await type('account', '70048210092');
    await type('again', '70048210092');
    await choose('input[value=checking]');
    await press(button(say.payments.bank.form.submit));
    await page.getByText(say.payments.bank.added).waitFor();

    const pay = async (later: boolean) => {
      await go('payments');
      await press(link(say.payments.pay));
      await type('amount', '12.34');
      // how a day is typed is the browser's own matter
      if (later) await page.locator('#day').fill(daysAhead(9));
      await press(button(say.payments.form.next));
      await heading(say.payments.check.title);
      await press(button(say.payments.check.confirm));
      await heading(say.payments.receipt.title);
    };
    await pay(false);
    expect(await main()).toContain('12');
    await pay(true);
    await press(button(say.payments.receipt.cancel));
    await page.getByText(say.payments.receipt.canceled).waitFor();
  });

  it('T5: a payment plan with its arithmetic, agreed to and ended', async () => {
    await go('payments');
    await press(link(say.plans.title));
    await press(link(say.plans.start));
    await heading(say.plans.form.title);
    await choose('input[value=long-term]');
    await type('monthly', '400.00');
    await press(button(say.plans.form.next));
    await heading(say.plans.check.title);
    await press(button(say.plans.check.confirm));
    await heading(say.plans.plan.title);
    expect(await page.locator('main .entry').count()).toBeGreaterThan(9);
    await go('account');
    await press(page.locator(`.year-tabs a[href*="${latestOnFile}"]`));
    await press(link(say.overview.planOf(latestOnFile)));
    await press(page.locator('main .entry', { hasText: say.plans.states.running }).locator('a'));
    await press(button(say.plans.plan.end));
    await page.getByText(say.plans.plan.ended).waitFor();
  });

  it('a letter to show to others', async () => {
    await go('letters');
    await press(link(say.proofs.title));
    await choose('input[value=filing-proof]');
    await choose(`input[name=year][value="${latestOnFile}"]`);
    await press(button(say.proofs.write));
    await page.waitForURL(/letters\/[\w-]{20,}/);
    expect(await main()).toContain('XXX-XX-7730');
    expect((await download(page.locator('main a[href$=".pdf"]'))).start).toBe('%PDF-');
  });

  it('a tax professional may see a part, until that is ended', async () => {
    await go('profile');
    await press(link(say.professionals.title).or(link(say.profile.toProfessionals)));
    await press(link(say.professionals.start));
    await type('number', 'P20000017');
    await choose('input[name=scopes-notices]');
    await press(button(say.professionals.form.next));
    await heading(say.professionals.check.title);
    await press(button(say.professionals.check.confirm));
    await page.getByText(say.professionals.done.given).waitFor();
    await press(button(say.professionals.end));
    await page.getByText(say.professionals.done.ended).waitFor();
  });

  it('T4: the refund in its three stages, and a sign-out that goes on to Signet', async () => {
    const other = await (await browser.newContext({ locale: lang })).newPage();
    world.signet.visitor = ana;
    await other.goto(`${world.revenue.origin}/sign-in`);
    expect(await other.locator('.stages').first().innerText()).toContain(say.refund.stages.sent);
    await press(other.getByRole('button', { name: say.nav.signOut }));
    await other.waitForURL(`${world.signet.issuer}/**`);
    await other.goto(`${world.revenue.origin}/account`);
    await other.getByRole('heading', { name: say.sessionMissing.title }).waitFor();
    await other.context().close();
  });
});

const daysAhead = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
