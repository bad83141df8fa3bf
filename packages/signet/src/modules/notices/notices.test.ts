import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database/database.ts';
import { testKms } from '../../../../../test/support/database/kms.ts';
import { manualClock } from '../../../../../test/support/manual-clock.ts';
import { days, languages, minutes, Redacted, type Transact } from '../../kernel/index.ts';
import { openPool, type Pool, transactOn } from '../../platform/postgres/index.ts';
import { createNotices, type Mailer, type Notices, type TextMessenger } from './index.ts';
import { writeMessage, writeText } from './write-message.ts';

const address = 'ana.rivera@mail.example';
const service = { name: 'Signet', notMeUrl: 'https://signet.example/not-me', timeZone: 'America/New_York' };
const at = new Date('2026-06-03T14:05:00Z');

let database: TestDatabase;
let pool: Pool;
let transact: Transact;
let notices: Notices;
const jobs: unknown[] = [];
const delivered: Parameters<Mailer['deliver']>[0][] = [];
const texted: Parameters<TextMessenger['deliver']>[0][] = [];
const clock = manualClock(at);

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, () => undefined);
  transact = transactOn(pool.db);
  notices = createNotices({
    db: pool.db,
    transact,
    kms: await testKms(),
    service,
    jobs: { enqueue: async (_tx, _name, data) => void jobs.push(data) },
    mailer: { deliver: async (mail) => void delivered.push(mail) },
    texts: { deliver: async (text) => void texted.push(text) },
    clock,
  });
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

const send = () =>
  transact((tx) =>
    notices.send(tx, {
      to: new Redacted(address),
      template: 'email-code',
      lang: 'en',
      values: { code: '123456', link: 'https://signet.example/confirm', minutes: 60 },
    }),
  );

describe('a message on its way', () => {
  it('is a sealed row and a job that carries only an id', async () => {
    await send();
    const { rows } = await sql<{ row: string; sealed: Buffer }>`
      SELECT row_to_json(m)::text AS row, sealed FROM outgoing_messages m`.execute(pool.db);
    const stored = rows.map((row) => row.row + row.sealed.toString('latin1')).join('') + JSON.stringify(jobs);
    expect(rows).toHaveLength(1);
    expect(stored).not.toContain('rivera');
    expect(stored).not.toContain('123456');
  });

  it('is forgotten when nobody could be reached, and not while delivery is tried', async () => {
    const count = async () => (await sql`SELECT FROM outgoing_messages`.execute(pool.db)).rows.length;
    await send();
    const waiting = await count();
    clock.advance(days(3.5));
    await notices.removeUndelivered();
    expect(await count()).toBe(waiting);
    clock.advance(days(1));
    await notices.removeUndelivered();
    expect(await count()).toBe(0);
  });

  it('is delivered once, however often the job is tried, and then gone', async () => {
    delivered.length = 0;
    jobs.length = 0;
    await send();
    const { id } = jobs[0] as { id: string };
    await notices.deliverMessage(id);
    await notices.deliverMessage(id);
    expect(delivered).toEqual([
      expect.objectContaining({ channel: 'mail', to: address, subject: '123456 is your Signet code' }),
    ]);
  });

  it('is not sent when the act it tells of is rolled back', async () => {
    const before = await sql`SELECT 1 FROM outgoing_messages`.execute(pool.db);
    const act = transact(async (tx) => {
      await notices.send(tx, {
        to: new Redacted(address),
        template: 'recovery-code-used',
        lang: 'es',
        values: { left: 9, at },
      });
      throw new Error('crash');
    });
    await expect(act).rejects.toThrow('crash');
    const after = await sql`SELECT 1 FROM outgoing_messages`.execute(pool.db);
    expect(after.rows).toHaveLength(before.rows.length);
  });
});

describe('a text message on its way', () => {
  const phone = '+12025550101';
  const text = () =>
    transact((tx) =>
      notices.text(tx, {
        to: new Redacted(phone),
        template: 'phone-code',
        lang: 'en',
        values: { code: '271828', minutes: 10 },
        until: new Date(clock.now().getTime() + minutes(10)),
      }),
    );

  it('is a sealed row and a job that carries only an id, delivered once with that id', async () => {
    jobs.length = 0;
    await text();
    const { rows } = await sql<{ row: string }>`
      SELECT row_to_json(m)::text || encode(sealed, 'escape') AS row FROM outgoing_messages m`.execute(
      pool.db,
    );
    expect(JSON.stringify([rows, jobs])).not.toMatch(/2025550101|271828/);
    const { id } = jobs[0] as { id: string };
    await notices.deliverMessage(id);
    await notices.deliverMessage(id);
    expect(texted).toEqual([
      { id, channel: 'sms', to: phone, text: expect.stringMatching(/^271828 is your Signet code/) },
    ]);
  });

  it('A12: is not delivered when its ten minutes are over, and is not kept', async () => {
    jobs.length = 0;
    texted.length = 0;
    await text();
    const { id } = jobs[0] as { id: string };
    clock.advance(minutes(10));
    await notices.deliverMessage(id);
    const { rows } = await sql`SELECT 1 FROM outgoing_messages WHERE id = ${id}`.execute(pool.db);
    expect([texted, rows]).toEqual([[], []]);
  });
});

describe('the words', () => {
  it.each([
    ['en', /Signet.*once.*10 minutes.*Never tell anyone/],
    ['es', /Signet.*una sola vez.*10 minutos.*No diga este código a nadie/],
  ] as const)('A12: a phone code in %s says the service, the minutes, and to tell nobody', (lang, words) => {
    const text = writeText('phone-code', lang, { code: '271828', minutes: 10 }, service);
    expect(text).toMatch(words);
    expect(text.split('\n').at(-1)).toBe('@signet.example #271828');
  });

  it.each([
    ['en', /June 3, 2026/],
    ['es', /3 de junio de 2026/],
  ] as const)(
    'A14: a text about a proofing in %s says the service, the date and where to say "not me"',
    (lang, date) => {
      const text = writeText('identity-verified', lang, { at }, service);
      expect(text).toMatch(date);
      expect(text).toMatch(/^Signet: /);
      expect(text).toContain(service.notMeUrl);
    },
  );

  const securityNotices = [
    ['new-authenticator', { authenticator: 'passkey', at }],
    ['authenticator-disabled', { authenticator: 'password', at }],
    ['recovery-code-used', { left: 1, at }],
    ['email-addresses-changed', { change: 'removed', address: 'a•••@mail.example', at }],
    ['identity-verified', { at }],
  ] as const;

  it.each(
    securityNotices.flatMap(([name, values]) => languages.map((lang) => [name, lang, values] as const)),
  )('A14, B13, B16: %s in %s says the service, the date and where to say "not me"', (name, lang, values) => {
    const { subject, text } = writeMessage(name, lang, values, service);
    expect(subject).toContain('Signet');
    expect(text).toMatch(lang === 'en' ? /June 3, 2026/ : /3 de junio de 2026/);
    expect(text).toContain(service.notMeUrl);
  });
});
