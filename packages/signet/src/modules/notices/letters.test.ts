import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database/database.ts';
import { testKms } from '../../../../../test/support/database/kms.ts';
import { manualClock } from '../../../../../test/support/manual-clock.ts';
import { days, languages, Redacted, type Transact } from '../../kernel/index.ts';
import { openPool, type Pool, transactOn } from '../../platform/postgres/index.ts';
import { createNotices, type Notices } from './index.ts';
import { writeLetter } from './write-message.ts';

const about = '0b9a2b0e-3d8c-4a4e-8a56-1c1f2a7d9e01';
const another = '0b9a2b0e-3d8c-4a4e-8a56-1c1f2a7d9e02';

let database: TestDatabase;
let pool: Pool;
let transact: Transact;
let notices: Notices;
let answers: 'taken' | 'not-mailable' | 'away' = 'taken';
const jobs: string[] = [];
const printed: (readonly string[])[] = [];
const notMailed: string[][] = [];
const clock = manualClock(new Date('2026-06-03T14:05:00Z'));

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, () => undefined);
  transact = transactOn(pool.db);
  notices = createNotices({
    db: pool.db,
    transact,
    kms: await testKms(),
    service: { name: 'Signet', notMeUrl: 'https://signet.example/not-me', timeZone: 'America/New_York' },
    jobs: { enqueue: async (_tx, _name, { id }) => void jobs.push(String(id)) },
    mailer: { deliver: async () => undefined },
    texts: { deliver: async () => undefined },
    post: {
      async deliver({ to }) {
        if (answers === 'away') throw new Error('away');
        if (answers === 'taken') printed.push(to);
        return answers;
      },
    },
    onNotMailed: async (_tx, of, why) => void notMailed.push([of, why]),
    clock,
  });
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});
beforeEach(async () => {
  answers = 'taken';
  for (const list of [jobs, printed, notMailed]) list.length = 0;
  await sql`DELETE FROM outgoing_messages`.execute(pool.db);
});

const mail = (of: string) =>
  transact((tx) =>
    notices.letter(tx, {
      about: of,
      leavesAt: clock.now(),
      to: new Redacted(['Ana Rivera', '12 Elm St', 'Alder Creek, AL 99002']),
      code: new Redacted('2718 2845'),
      template: 'mailed-code',
      lang: 'en',
      values: { until: clock.now(), link: 'https://signet.example/verify' },
    }),
  );
const waiting = async () => (await sql`SELECT FROM outgoing_messages`.execute(pool.db)).rows.length;
const deliver = () => notices.deliverMessage(jobs.at(-1) ?? '');

describe.each(languages)('the words of a letter in %s', (lang) => {
  const written = writeLetter(
    'mailed-code',
    lang,
    { until: new Date('2026-06-24T14:05:00Z'), link: 'https://signet.example/verify', at: clock.now() },
    { name: 'Signet', notMeUrl: 'http://localhost:4000/not-me', timeZone: 'America/New_York' },
  );

  it('say the day, the last day, and for whoever it is not, an address on a line of its own that no line breaks', () => {
    expect(written.date).toMatch(lang === 'en' ? /^June 3, 2026$/ : /^3 de junio de 2026$/);
    expect(written.paragraphs.join('\n')).toMatch(lang === 'en' ? /June 24, 2026/ : /24 de junio de 2026/);
    expect(written.paragraphs.at(-1)?.split('\n').at(-1)).toBe('localhost:4000/not-me');
  });

  it('say nothing of a face, of an agency’s name or of what was proven', () => {
    expect(written.paragraphs.join(' ')).not.toMatch(/\bface|facial|\bcara\b|http:|licen[sc]|SSN|Social/i);
  });
});

describe('a letter on its way to the post', () => {
  it('is printed once, and then gone', async () => {
    await mail(about);
    await deliver();
    await deliver();
    expect([printed.length, await waiting(), notMailed]).toEqual([1, 0, []]);
  });

  it('A17: called back it is printed no more, and nothing of it is left; another matter’s goes out', async () => {
    await mail(another);
    await mail(about);
    await transact((tx) => notices.callBackLetters(tx, [about]));
    await deliver();
    expect([printed.length, await waiting()]).toEqual([0, 1]);
    await notices.deliverMessage(jobs[0] ?? '');
    expect(printed.length).toBe(1);
  });

  it('is not called back where the act that ends its matter is rolled back', async () => {
    await mail(about);
    const act = transact(async (tx) => {
      await notices.callBackLetters(tx, [about]);
      throw new Error('crash');
    });
    await expect(act).rejects.toThrow('crash');
    expect(await waiting()).toBe(1);
  });

  it('that the post carries to no such address is forgotten at once, and whoever asked for it hears so, once', async () => {
    answers = 'not-mailable';
    await mail(about);
    await Promise.all([deliver(), deliver()]);
    expect([await waiting(), notMailed]).toEqual([0, [[about, 'not-mailable']]]);
  });

  it('that nobody could be handed for days is forgotten, and whoever asked for it hears so', async () => {
    answers = 'away';
    await mail(about);
    await expect(deliver()).rejects.toThrow('away');
    clock.advance(days(3.5));
    await notices.removeUndelivered();
    expect([await waiting(), notMailed]).toEqual([1, []]);
    clock.advance(days(1));
    await notices.removeUndelivered();
    expect([await waiting(), notMailed]).toEqual([0, [[about, 'post-silent']]]);
  });
});
