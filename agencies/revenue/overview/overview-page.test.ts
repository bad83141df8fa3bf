import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ana, jose, latestOnFile, type RevenueWorld, samuel, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let origin: string;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the home of the tax account', () => {
  it('says what is owed and what needs doing, with the ways to do it', async () => {
    const { visit } = await world.signIn(jose);
    const text = textOf(visit.body);
    expect(text).toMatch(/What needs doing You owe \$4,447\.73 for \d{4} Pay now Set up a payment plan/);
    expect(text).toMatch(/Latest notice You owe a balance New/);
    for (const way of ['/payments/new', '/plans', '/letters']) expect(visit.body).toContain(`href="${way}"`);
  });

  it('names one debt once as what needs doing, and once in its year, with one link to pay it', async () => {
    const { visit } = await world.signIn(jose);
    expect(visit.body.split('href="/payments/new"')).toHaveLength(2);
    expect(visit.body.split('4,447.73')).toHaveLength(3);
    expect(textOf(visit.body)).not.toContain('All tax years together');
    expect(textOf(visit.body)).toMatch(/Balance \$4,447\.73/);
  });

  it('asks for nothing once the notices are read and nothing is owed', async () => {
    const { browser, visit } = await world.signIn(ana);
    expect(textOf(visit.body)).toMatch(/What needs doing 4 new notices/);
    const list = await browser.visit(`${origin}/letters`);
    for (const [path] of list.body.matchAll(/\/letters\/[\w-]+/g)) await browser.visit(`${origin}${path}`);
    expect(textOf((await browser.visit(`${origin}/account`)).body)).not.toContain('What needs doing');
  });

  it('T4: explains a refund that paid another debt: how much, which, and who can say more', async () => {
    const { browser, visit } = await world.signIn(samuel);
    const [, ...earlier] = [...visit.body.matchAll(/href="(\/account\?year=\d{4})/g)].map(([, way]) => way);
    const text = textOf((await browser.visit(`${origin}${earlier[0]}`)).body);
    expect(text).toMatch(/\$250\.00 of this refund was used to pay a student loan that is past due/);
    expect(text).toMatch(/We sent you the rest: \$448\.00\. .*ask: Student Loan Center/);
  });

  it('finding T9: the first stage is about the return, so that nobody reads that the refund was received', async () => {
    const { browser, visit } = await world.signIn(samuel);
    const year = latestOnFile;
    expect(textOf(visit.body)).toMatch(
      new RegExp(
        `Refund for ${year} .*Return received , done .* Refund approved , done .* Refund sent , not yet`,
      ),
    );
    const spanish = textOf((await browser.visit(`${origin}/account?lang=es`)).body);
    expect(spanish).toMatch(
      new RegExp(`Reembolso de ${year} .*Declaración recibida .* Reembolso aprobado .* Reembolso enviado`),
    );
  });

  it('finding T20: a return that was sent again and accepted asks for nothing more, on its page and in its notice', async () => {
    const { browser } = await world.signIn(ana);
    const said = `You sent it again on February 19, ${latestOnFile}, and it was accepted.`;
    const filings = textOf((await browser.visit(`${origin}/filings`)).body);
    expect(filings).toContain(said);
    expect(filings).not.toContain('send the return again');
    const list = await browser.visit(`${origin}/letters`);
    const [, path] = /href="(\/letters\/[\w-]+)">Your return was sent back/.exec(list.body) ?? [];
    const notice = textOf((await browser.visit(`${origin}${path}`)).body);
    expect(notice).toContain(said);
    expect(notice).not.toContain('send it again');
  });

  it('shows any year on file, and the latest for a year that is not', async () => {
    const { browser } = await world.signIn(ana);
    const latest = latestOnFile;
    const earlier = textOf((await browser.visit(`${origin}/account?year=${latest - 1}`)).body);
    expect(earlier).toMatch(new RegExp(`Tax year ${latest - 1} .*Return Processed Balance Nothing owed`));
    expect(earlier).toMatch(/Amended return \(Form 1040-X\) Completed/);
    for (const none of ['1999', 'x', '']) {
      const text = textOf((await browser.visit(`${origin}/account?year=${none}`)).body);
      expect(text).toContain(`Transcripts for ${latest}`);
    }
  });
});
