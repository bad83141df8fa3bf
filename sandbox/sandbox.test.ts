import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/support/database/database.ts';
import { faceJpeg } from './faces/face-jpeg.ts';
import { sandboxPeople } from './people/people.ts';
import { type RunningSandbox, startSandbox } from './server.ts';

const apiKey = 'a-key-for-the-sandbox';
const links = {
  signet: 'http://localhost:1',
  revenue: 'http://localhost:2',
  benefits: 'http://localhost:3',
};
let database: TestDatabase;
let pool: pg.Pool;
let sandbox: RunningSandbox;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  pool = new pg.Pool({ connectionString: database.url });
  sandbox = await start();
});

afterAll(async () => {
  await sandbox.close();
  await pool.end();
  await database.drop();
});

function start(): Promise<RunningSandbox> {
  return startSandbox({ port: 0, host: '127.0.0.1', pool, apiKey, links });
}

function get(path: string, init?: RequestInit): Promise<Response> {
  return fetch(`${sandbox.origin}${path}`, init);
}

async function deliver(message: object, headers: Record<string, string> = {}): Promise<Response> {
  return get('/outbox/messages', {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(message),
  });
}

async function messagesTo(to: string): Promise<{ id: string; subject: string; text: string }[]> {
  return (await (await get(`/outbox/messages?to=${encodeURIComponent(to)}`)).json()) as never;
}

it('finding P15: has an icon for browsers, one for phones, and a manifest that names them', async () => {
  const typeOf = async (path: string) => (await get(path)).headers.get('content-type');
  expect(await typeOf('/favicon.ico')).toBe('image/svg+xml');
  expect(await typeOf('/apple-touch-icon.png')).toBe('image/png');
  const manifest = await get('/site.webmanifest');
  expect(manifest.headers.get('content-type')).toBe('application/manifest+json');
  const { icons } = (await manifest.json()) as { icons: { src: string; type: string }[] };
  for (const { src, type } of icons) expect(await typeOf(src)).toBe(type);
});

describe('the outbox', () => {
  it('shows a message with its code set apart and its links as links', async () => {
    const to = 'ana.rivera@people.example';
    const text = 'Your code is 271828.\nOr open http://localhost:8080/confirm?token=abc_1.';
    expect((await deliver({ channel: 'mail', to, subject: 'Confirm your email', text })).status).toBe(201);
    const [message] = await messagesTo('Ana.Rivera@people.example');
    const html = await (await get(`/outbox/messages/${message?.id}`)).text();
    expect(html).toContain('<code class="code-value">271828</code>');
    expect(html).toContain('href="http://localhost:8080/confirm?token=abc_1"');
    expect(await (await get(`/outbox?to=${to}`)).text()).toContain('Confirm your email');
    expect(await (await get('/outbox?to=nobody@people.example')).text()).not.toContain('Confirm your email');
  });

  it('finding P15: has pages, newest first, under the filter, and each message on one of them', async () => {
    const to = 'many@people.example';
    for (let at = 1; at <= 27; at++)
      await deliver({ channel: 'mail', to, subject: `Letter ${String(at).padStart(2, '0')}`, text: 'Hello' });
    await deliver({ channel: 'mail', to: 'one@people.example', subject: 'Letter 99', text: 'Hello' });
    const page = async (asked: string) => (await get(`/outbox?to=${to}${asked}`)).text();
    const lettersOn = async (asked: string) =>
      [...(await page(asked)).matchAll(/Letter (\d\d)/g)].map(([, at]) => at);
    const numbers = Array.from({ length: 27 }, (_, at) => String(27 - at).padStart(2, '0'));
    expect(await lettersOn('')).toEqual(numbers.slice(0, 25));
    expect(await lettersOn('&page=2')).toEqual(numbers.slice(25));
    expect(await lettersOn('&page=9')).toEqual(numbers.slice(25));
    expect(await lettersOn('&page=-1')).toEqual(numbers.slice(0, 25));
    expect(await page('')).toContain('href="/outbox?to=many%40people.example&amp;page=2" rel="next"');
    expect(await page('&page=2')).toContain('href="/outbox?to=many%40people.example&amp;page=1" rel="prev"');
    expect(await (await get('/outbox?to=one@people.example')).text()).not.toContain('class="paging"');
  });

  it('attack: hostile HTML in every field stays text', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
    const text = `${hostile} javascript:alert(3) https://x.example/"onmouseover="alert(4) 123456`;
    await deliver({ channel: 'letter', to: hostile, subject: hostile, text, html: hostile });
    const [message] = await messagesTo(hostile);
    const pages = [`/outbox/messages/${message?.id}`, `/outbox?to=${encodeURIComponent(hostile)}`];
    for (const path of pages) {
      const answer = await get(path);
      const html = await answer.text();
      expect(html).not.toMatch(/<script>|<img src=x|href="javascript:|"onmouseover/);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
    }
  });

  it('attack: nobody without the key puts words in the mouth of Signet', async () => {
    const answer = await deliver({ to: 'x@people.example', text: 'hi' }, { authorization: 'Bearer wrong' });
    expect(answer.status).toBe(401);
    expect(await messagesTo('x@people.example')).toEqual([]);
  });

  it('keeps a delivery that is repeated as one message, newest first, across a restart', async () => {
    const to = '+12025550102';
    const first = { channel: 'sms', to, subject: '', text: 'one' };
    await deliver(first, { 'idempotency-key': 'delivery-1' });
    await deliver(first, { 'idempotency-key': 'delivery-1' });
    await deliver({ channel: 'sms', to, text: 'two' });
    await sandbox.close();
    sandbox = await start();
    expect((await messagesTo(to)).map(({ text }) => text)).toEqual(['two', 'one']);
    expect(await messagesTo('+1 202 555 0102')).toHaveLength(2);
  });

  it('a text message, which has no subject, is called by its first sentence', async () => {
    const to = '+12025550104';
    await deliver({ channel: 'sms', to, text: '161803 is your code. Never tell anyone.' });
    const html = await (await get(`/outbox?to=${encodeURIComponent(to)}`)).text();
    expect(html).toMatch(/<h2><a [^>]*>161803 is your code\.<\/a><\/h2>/);
    const page = /href="(\/outbox\/messages\/[^"]+)"/.exec(html)?.[1] ?? '';
    expect(await (await get(page)).text()).toContain('<h1>161803 is your code.</h1>');
  });

  it('a handset shows its texts and what its calls spoke, and can be moved to a thief’s SIM card', async () => {
    const to = '+12025550103';
    await deliver({ channel: 'sms', to, text: '161803 is a code' });
    await deliver({
      channel: 'voice',
      to,
      text: 'Your code is:\n2\n7\n1\n8\n2\n8\nAgain:\n2\n7\n1\n8\n2\n8',
    });
    const handset = `/outbox/handset?number=${encodeURIComponent(to)}`;
    const html = await (await get(handset)).text();
    expect(html).toContain('161803');
    expect(html.match(/<time[^>]*>[^<]+ E[SD]T<\/time>/g)).toHaveLength(2); // by the zone's name, as in the outbox
    expect(html).toContain('2 · 7 · 1 · 8 · 2 · 8');
    expect(html).toContain('data-value="271828"');
    const line = async () => {
      const answer = await get('/phone-carrier/v1/line', {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ phoneNumber: to }),
      });
      return answer.json();
    };
    expect(await line()).not.toHaveProperty('simChangedAt');
    const steal = (origin: string) =>
      get('/outbox/handset/swap', {
        method: 'POST',
        body: new URLSearchParams({ number: to }),
        headers: { origin },
      });
    expect((await steal('https://elsewhere.example')).status).toBe(403);
    expect(await line()).not.toHaveProperty('simChangedAt');
    await steal(sandbox.origin);
    expect(await line()).toHaveProperty('simChangedAt');
    expect(await (await get(handset)).text()).toContain('moved to another SIM card today');
    expect((await get('/outbox/handset?number=nobody')).status).toBe(404);
  });

  it('refuses what is no message', async () => {
    expect((await deliver({ channel: 'pigeon', to: 'x', text: 'y' })).status).toBe(400);
    expect((await get('/outbox/messages/not-an-id')).status).toBe(404);
  });
});

describe('the home page', () => {
  it.each([
    ['en', 'Pick a person'],
    ['es', 'Elija una persona'],
  ])('lists everybody with what will happen and what to type, in %s', async (lang, words) => {
    const html = (await (await get(`/?lang=${lang}`)).text()).replaceAll(/<wbr\/>|<\/?span[^>]*>/g, '');
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(words);
    for (const person of sandboxPeople) {
      expect(html).toContain(person.ssn);
      expect(html).toContain(person.email);
    }
  });

  it('remembers the language in a cookie and asks no script of anyone', async () => {
    const cookie = (await get('/?lang=es')).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^sandbox_lang=es;/);
    const html = await (await get('/outbox', { headers: { cookie: 'sandbox_lang=es' } })).text();
    expect(html).toContain('Buzón');
    expect(html).not.toMatch(/<style|style=|<script(?! type="module" src=)/);
  });

  it('finding T6: calls Lucía’s number what it is, an ITIN', async () => {
    const cards = (await (await get('/')).text()).split('<article');
    const hers = cards.find((card) => card.includes('Vega Montero')) ?? '';
    expect(hers).toMatch(/<dt>ITIN<\/dt>\s*<dd[^>]*>912-93-4471/);
    expect(cards.filter((card) => card.includes('<dt>ITIN</dt>'))).toHaveLength(1);
  });

  it('gives out the pictures of a person', async () => {
    for (const file of ['portrait', 'selfie', 'license-front', 'license-back', 'passport']) {
      const answer = await get(`/people/kai-nakamura/${file}.jpg`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    }
    const cards = (await (await get('/')).text()).split('<article');
    const hers = cards.find((card) => card.includes('Odessa Marsh')) ?? '';
    for (const side of ['front', 'back']) {
      expect(hers).toContain(`/people/odessa-marsh/state-id-${side}.jpg`);
      expect((await get(`/people/odessa-marsh/state-id-${side}.jpg`)).status).toBe(200);
    }
    expect(hers).toContain('ID card number');
    expect((await get('/people/kai-nakamura/..%2F..%2Fpeople.ts')).status).toBe(404);
    expect((await get('/people/nobody/selfie.jpg')).status).toBe(404);
  });
});

describe('a license with your own face', () => {
  const typed = { givenName: 'Zoë', familyName: "O'Testa", month: '4', day: '28', year: '1986' };

  async function submit(fields: Record<string, string>, photo?: Buffer, headers = {}): Promise<Response> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    if (photo) form.append('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'me.jpg');
    return get('/your-own', {
      method: 'POST',
      body: form,
      headers: { origin: sandbox.origin, ...headers },
    });
  }

  it('D7: comes with an SSN that nobody can have, and every authority knows its holder', async () => {
    const answer = await submit(typed, await faceJpeg('p03_2'));
    const html = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(html.match(/src="data:image\/jpeg;base64,/g)).toHaveLength(2);
    const ssn = html.match(/<dd class="ssn">(9\d\d-[1-4]\d-\d{4})<\/dd>/)?.[1];
    const asked = { ssn, givenName: 'ZOE', familyName: 'OTESTA', birthDate: '1986-04-28' };
    const verified = await get('/social-security/v1/verify', {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    expect(await verified.json()).toEqual({ result: 'match' });
    const phone = html.match(/<dd>\+1 (\d{3}) 555 (01\d\d)<\/dd>/);
    const account = await pool.query(`SELECT given_name FROM phone_accounts WHERE phone_number = $1`, [
      `+1${phone?.[1]}555${phone?.[2]}`,
    ]);
    expect(account.rows).toEqual([{ given_name: 'Zoë' }]);
    const { rows } = await pool.query(
      `SELECT given_name FROM license_holders WHERE document_number LIKE 'V%'`,
    );
    expect(rows).toEqual([{ given_name: 'Zoë' }]);
  });

  it('keeps what was typed and names each problem beside its field and in the summary', async () => {
    const wrong = { ...typed, familyName: 'R2<D2>', day: '31' };
    const answer = await submit(wrong, Buffer.from('%PDF-1.7 not a photo'));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('<title>Error: ');
    expect(html).toContain('value="R2&lt;D2&gt;"');
    expect(html).toContain('value="Zoë"');
    for (const id of ['photo', 'family-name', 'month']) {
      expect(html).toContain(`href="#${id}"`);
      expect(html).toContain(`id="${id}-problem"`);
    }
  });

  it.each([
    [{ year: '2020' }, 'at least 18 years ago'],
    [{ year: '1890' }, 'at most 110 years ago'],
    [{ month: '' }, 'with a month, a day and a year'],
  ])('refuses a birth date with %j', async (change, words) => {
    expect(await (await submit({ ...typed, ...change }, await faceJpeg('p03_2'))).text()).toContain(words);
  });

  it('attack: a picture of 100 million pixels, an empty file and a tiny one are refused', async () => {
    const white = { channels: 3, background: '#fff' } as const;
    const bomb = await sharp({ create: { width: 10_000, height: 10_000, ...white }, limitInputPixels: false })
      .png()
      .toBuffer();
    const tiny = await sharp({ create: { width: 80, height: 80, ...white } })
      .png()
      .toBuffer();
    expect(await (await submit(typed, bomb)).text()).toContain('Choose a photo that is a JPEG');
    expect(await (await submit(typed, tiny)).text()).toContain('300 by 300');
    expect(await (await submit(typed)).text()).toContain('Choose or take a photo');
  });

  it('attack: another site cannot post the form', async () => {
    const answer = await submit(typed, await faceJpeg('p03_2'), { origin: 'https://elsewhere.example' });
    expect(answer.status).toBe(403);
  });
});
