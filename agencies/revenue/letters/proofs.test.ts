import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CookieBrowser, type Visit } from '../../../test/support/browser/cookie-browser.ts';
import { sendForm } from '../../../test/support/browser/send-form.ts';
import { openPdf, textIn } from '../../../test/support/read-pdf.ts';
import type { FakeVisitor } from '../../../test/support/sites/fake-signet.ts';
import {
  ana,
  imani,
  jose,
  latestOnFile,
  lucia,
  nora,
  type RevenueWorld,
  samuel,
  startRevenueWorld,
} from '../test-world.ts';

const josesFile = '4100351902';
const samuelsFile = '4100388160';
const latest = latestOnFile;

let world: RevenueWorld;
let origin: string;
let database: pg.Client;
let browser: CookieBrowser;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
beforeEach(async () => {
  await database.query('DELETE FROM letters WHERE sealed IS NOT NULL');
  ({ browser } = await world.signIn(jose));
});
afterAll(async () => {
  await database.end();
  await world.close();
});

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

async function ask(kind: string, year: number | string = latest, by = browser): Promise<Visit> {
  const form = await by.visit(`${origin}/letters/ask`);
  return sendForm(by, form, '/letters/ask', { kind, year: String(year) });
}

const signedIn = async (visitor: FakeVisitor, language = 'en') =>
  (await world.signIn(visitor, new CookieBrowser({ 'accept-language': language }))).browser;

async function pdfOf({ url }: Visit, by = browser): Promise<string> {
  const answer = await fetch(`${url.href}.pdf`, {
    headers: { ...by.ownHeaders, cookie: by.cookiesFor(url) },
  });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  return textIn(await openPdf(new Uint8Array(await answer.arrayBuffer())));
}

const lettersKept = async () => (await database.query('SELECT * FROM letters WHERE sealed IS NOT NULL')).rows;

describe('asking for a letter', () => {
  it('T2, T10: from the notices to a letter that says what is owed today, masked, as a page and as a PDF', async () => {
    expect((await browser.visit(`${origin}/letters`)).body).toContain('href="/letters/ask"');
    const letter = await ask('balance-proof');
    expect(letter.url.pathname).toMatch(/^\/letters\/[\w-]{36}$/);
    for (const copy of [textOf(letter.body), await pdfOf(letter)]) {
      for (const shown of [
        '$4,447.73 was owed',
        'XXX-XX-7730',
        'Jos••• Núñe•••',
        josesFile,
        'Lucí••• Vega•••',
      ]) {
        expect(copy).toContain(shown);
      }
      for (const hidden of ['Núñez', 'Ortiz', '666217730', 'Alameda', 'Montero', '912934471', '1989']) {
        expect(copy).not.toContain(hidden);
      }
      expect(copy).toContain('Demonstration.');
    }
  });

  it('says that the return was received, and on which day, in the language of the person', async () => {
    const spanish = await signedIn(ana, 'es');
    const letter = await ask('filing-proof', latest, spanish);
    const copies = [textOf(letter.body), await pdfOf(letter, spanish)];
    for (const copy of copies) {
      expect(copy).toContain(`año tributario ${latest} el 11 de febrero de ${latest + 1}`);
      expect(copy).toContain('An••• Rive•••');
      expect(copy).not.toMatch(/Rivera|900123417|Juniper/);
      expect(copy).toContain('Demostración.');
    }
    expect(textOf((await spanish.visit(`${origin}/letters`)).body)).toMatch(
      new RegExp(`Comprobante de presentación Escrita el .* Año tributario ${latest}`),
    );
  });

  it('T2: an ITIN holder’s letter about a joint year is about her, and hides her and her husband alike', async () => {
    const hers = await signedIn(lucia);
    for (const kind of ['balance-proof', 'filing-proof']) {
      const letter = await ask(kind, latest, hers);
      for (const copy of [textOf(letter.body), await pdfOf(letter, hers)]) {
        expect(copy).toMatch(/Name Lucí••• Vega•••\s+Social Security or taxpayer number XXX-XX-4471/);
        expect(copy).toMatch(/Filed jointly with Jos••• Núñe•••\s/);
        expect(copy).not.toMatch(/Montero|Núñez|Ortiz|912934471|7730/);
      }
    }
    expect(textOf((await browser.visit(`${origin}/letters`)).body)).not.toContain('Proof of');
  });

  it('nothing of whom it is about is kept in clear, and none of it in its address or title', async () => {
    const letter = await ask('balance-proof');
    expect(JSON.stringify(await lettersKept())).not.toMatch(/José|Núñe|Lucía|7730/);
    expect(`${letter.url} ${/<title>.*<\/title>/.exec(letter.body)}`).not.toMatch(/4100351902|José|Núñe/);
  });

  it('attack, double click: pressed three times at once, and once more, it is one letter', async () => {
    const form = await browser.visit(`${origin}/letters/ask`);
    const typed = { kind: 'balance-proof', year: String(latest) };
    const made = await Promise.all([1, 2, 3].map(() => sendForm(browser, form, '/letters/ask', typed)));
    const late = await ask('balance-proof');
    expect(new Set([...made, late].map(({ url, status }) => `${status} ${url.pathname}`)).size).toBe(1);
    expect(await lettersKept()).toHaveLength(1);
    await ask('filing-proof');
    await ask('balance-proof', latest - 1);
    expect(await lettersKept()).toHaveLength(3);
  });

  it('goes on saying what was so on its day; with other facts or on another day it is another letter', async () => {
    const before = await ask('balance-proof');
    await database.query(
      `INSERT INTO account_transactions (customer_file_number, tax_year, code, posted_on, amount_cents)
       VALUES ($1, $2, '196', '2026-01-01', 100)`,
      [josesFile, latest],
    );
    const after = await ask('balance-proof');
    await database.query("DELETE FROM account_transactions WHERE code = '196' AND amount_cents = 100");
    expect(textOf(after.body)).toContain('$4,448.73 was owed');
    expect(after.url.pathname).not.toBe(before.url.pathname);
    expect(textOf((await browser.visit(before.url)).body)).toContain('$4,447.73 was owed');
    expect(await pdfOf(before)).toContain('$4,447.73');
    world.advance(86_400_000);
    const tomorrow = await ask('balance-proof', latest, await signedIn(jose));
    world.advance(-86_400_000);
    expect(textOf(tomorrow.body)).toContain('$4,447.73 was owed');
    expect(tomorrow.url.pathname).not.toBe(before.url.pathname);
  });

  it('is no news: the latest notice and what needs doing stay what they were', async () => {
    const before = textOf((await browser.visit(`${origin}/account`)).body);
    await ask('balance-proof');
    expect(textOf((await browser.visit(`${origin}/account`)).body)).toBe(before);
    expect(before).toContain('Latest notice You owe a balance');
    const list = textOf((await browser.visit(`${origin}/letters`)).body);
    expect(list).toMatch(/Proof of balance Written [^·]* · Tax year \d{4} You owe a balance New/);
  });
});

describe('a letter that cannot be written', () => {
  it.each([
    ['', '', ['Choose what the letter should say.', 'Choose a tax year.']],
    ['everything', latest, ['Choose what the letter should say.']],
    ['balance-proof', '1999', ['Choose a tax year.']],
    ['filing-proof', '9999', ['Choose a tax year.']],
  ])('%j for %j is refused at its field, and what was chosen is kept', async (kind, year, words) => {
    const refused = await ask(kind, year);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatch(/<title>Error: /);
    for (const text of words) expect(textOf(refused.body).split(text)).toHaveLength(3);
    if (year === latest) expect(refused.body).toMatch(new RegExp(`value="${latest}" checked`));
    if (kind === 'balance-proof') expect(refused.body).toMatch(/value="balance-proof" checked/);
    expect(await lettersKept()).toEqual([]);
  });

  it('for a year without a return: says why, and leads to the verification of non-filing', async () => {
    const spanish = await signedIn(jose, 'es');
    for (const [by, words] of [
      [browser, 'We have no return from you for'],
      [spanish, 'No tenemos una declaración suya de'],
    ] as const) {
      const form = textOf((await by.visit(`${origin}/letters/ask`)).body);
      const [, year = ''] = /(\d{4}) (?:No return on file|Sin declaración registrada)/.exec(form) ?? [];
      const refused = await ask('filing-proof', year, by);
      expect(refused.status).toBe(422);
      expect(textOf(refused.body)).toContain(`${words} ${year}`);
      expect(refused.body).toContain(`href="/transcripts/non-filing/${year}"`);
      expect((await by.visit(`${origin}/transcripts/non-filing/${year}`)).status).toBe(200);
    }
  });

  it('of a return that waits to be processed nobody says what is owed', async () => {
    const hers = await signedIn(imani);
    const refused = await ask('balance-proof', latest, hers);
    expect(textOf(refused.body)).toContain(`We have your return for ${latest} but have not processed it yet`);
    expect((await ask('filing-proof', latest, hers)).status).toBe(200);
  });

  it('for somebody with nothing on file: no letter for any year; without a record, no form', async () => {
    for (const table of ['refunds', 'account_transactions', 'filings', 'tax_returns', 'income_documents']) {
      await database.query(`DELETE FROM ${table} WHERE customer_file_number = $1`, [samuelsFile]);
    }
    const his = await signedIn(samuel);
    const form = await his.visit(`${origin}/letters/ask`);
    expect(textOf(form.body).split('No return on file')).toHaveLength(5);
    for (const kind of ['balance-proof', 'filing-proof']) {
      expect(textOf((await ask(kind, latest, his)).body)).toContain(
        `We have no return from you for ${latest}`,
      );
    }
    expect(await lettersKept()).toEqual([]);
    const hers = await signedIn(nora);
    expect((await hers.visit(`${origin}/letters/ask`)).url.pathname).toBe('/no-record');
  });
});

describe('attacks on letters', () => {
  it('attack, another person’s letter: not found, as a page or a PDF', async () => {
    const { url } = await ask('balance-proof');
    for (const other of [await signedIn(ana), await signedIn(lucia)]) {
      for (const address of [url.href, `${url.href}.pdf`]) {
        const answer = await other.visit(address);
        expect(answer.status).toBe(404);
        expect(answer.body).not.toMatch(/4,447\.73|Núñe/);
      }
    }
    expect((await new CookieBrowser().visit(url)).status).toBe(401);
  });

  it('attack, cross-site request forgery: no letter without the session’s own form', async () => {
    const forged = { kind: 'balance-proof', year: String(latest), form_token: 'guess' };
    expect((await browser.post(`${origin}/letters/ask`, forged)).status).toBe(403);
    expect((await new CookieBrowser().post(`${origin}/letters/ask`, forged)).status).toBe(401);
    expect(await lettersKept()).toEqual([]);
  });

  it('attack, a letter’s row given to somebody else does not open', async () => {
    const { url } = await ask('balance-proof');
    const id = url.pathname.split('/').at(-1);
    const hers = await signedIn(lucia);
    await database.query('UPDATE letters SET customer_file_number = $1 WHERE id = $2', ['4100351919', id]);
    const answer = await hers.visit(url);
    expect(answer.status).toBe(500);
    expect(answer.body).not.toMatch(/4,447\.73|Núñe/);
  });
});
