import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database/database.ts';
import { manualClock } from '../../../../../test/support/manual-clock.ts';
import {
  type AuditRef,
  asId,
  minutes,
  newId,
  type PersonId,
  Redacted,
  type Transact,
} from '../../kernel/index.ts';
import { type Kms, openLocalKms } from '../../platform/kms/index.ts';
import { openPool, type Pool, transactOn } from '../../platform/postgres/index.ts';
import { createSsnIndex, postgresSsnIndexStore, type SsnIndex } from './index.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'signet-ssn-'));
let kms: Kms;
let database: TestDatabase;
let pool: Pool;
let transact: Transact;
const recorded: unknown[] = [];
const clock = manualClock(new Date('2030-01-01T00:00:00Z'));
const avery = newId<PersonId>();
const blake = newId<PersonId>();

beforeAll(async () => {
  kms = await openLocalKms(path.join(dir, 'kms.json'));
});
afterAll(() => rmSync(dir, { recursive: true }));
beforeEach(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, (error) => console.error(error));
  transact = transactOn(pool.db);
  recorded.length = 0;
});
afterEach(async () => {
  await pool.close();
  await database.drop();
});

const indexWith = (lookupsPerMinute: number): SsnIndex =>
  createSsnIndex({
    store: postgresSsnIndexStore(pool.db),
    kms,
    clock,
    lookupsPerMinute,
    subjectOf: async (_tx, person) => asId<AuditRef>(`audit-of-${person}`),
    audit: { record: async (_tx, event) => void recorded.push(event) },
  });
const claim = (index: SsnIndex, ssn: string, person: PersonId) =>
  transact((tx) => index.claim(tx, new Redacted(ssn), person));

it('lets one person hold a number, however it is written, until it is released', async () => {
  const index = indexWith(60);
  expect(await claim(index, '900-12-3456', avery)).toEqual({ ok: true, value: undefined });
  expect(await claim(index, '900123456', avery)).toEqual({ ok: true, value: undefined });
  expect(await claim(index, '900 12 3456', blake)).toEqual({ ok: false, error: 'held-by-another' });
  await transact((tx) => index.release(tx, avery));
  expect(await claim(index, '900-12-3456', blake)).toEqual({ ok: true, value: undefined });
});

it('lets a person hold one number: a corrected one frees the other', async () => {
  const index = indexWith(60);
  await claim(index, '900-12-3456', avery);
  await claim(index, '900-12-3457', avery);
  expect(await claim(index, '900-12-3456', blake)).toMatchObject({ ok: true });
});

it('gives a number to one of two who claim it at once', async () => {
  const index = indexWith(60);
  const outcomes = await Promise.all([avery, blake].map((person) => claim(index, '900-12-3456', person)));
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

it('records each look-up by its outcome and nothing else', async () => {
  const index = indexWith(60);
  await claim(index, '900-12-3456', avery);
  await claim(index, '900-12-3456', blake);
  expect(recorded).toEqual(
    [
      ['claimed', avery],
      ['held-by-another', blake],
    ].map(([outcome, person]) => ({
      action: 'ssn-index.looked-up',
      actor: { kind: 'system' },
      subject: `audit-of-${person}`,
      details: { outcome },
    })),
  );
});

it('says whether a number is this person’s, changes nothing, and tells another’s number and nobody’s alike', async () => {
  const index = indexWith(60);
  await claim(index, '900-12-3456', avery);
  recorded.length = 0;
  const isHeldBy = (ssn: string, person: PersonId) =>
    transact((tx) => index.isHeldBy(tx, new Redacted(ssn), person));
  expect(await isHeldBy('900 12 3456', avery)).toBe(true);
  expect(await isHeldBy('900-12-3456', blake)).toBe(false);
  expect(await isHeldBy('900-12-3457', blake)).toBe(false);
  const [, anothers, nobodys] = recorded;
  expect(anothers).toEqual(nobodys);
  expect((await pool.pg.query('SELECT * FROM ssn_index')).rows).toHaveLength(1);
  await expect(
    transact((tx) => indexWith(0).isHeldBy(tx, new Redacted('900-12-3456'), avery)),
  ).rejects.toMatchObject({ code: 'ssn-index-busy' });
});

it('limit ssn-look-up.a-minute: attack: trying numbers one after the other runs dry, also when each try is rolled back; and a moment later the owner’s is claimed', async () => {
  const index = indexWith(2);
  const tryAndUndo = (ssn: string) =>
    transact(async (tx) => {
      await index.claim(tx, new Redacted(ssn), blake);
      throw new Error('undone');
    });
  await expect(tryAndUndo('900-00-0001')).rejects.toThrow('undone');
  await expect(tryAndUndo('900-00-0002')).rejects.toThrow('undone');
  await expect(tryAndUndo('900-00-0003')).rejects.toMatchObject({ code: 'ssn-index-busy', status: 503 });
  clock.advance(minutes(0.5));
  expect(await claim(index, '900-00-0003', avery)).toMatchObject({ ok: true });
  await expect(claim(index, '900-00-0004', blake)).rejects.toMatchObject({ code: 'ssn-index-busy' });
});

it('attack: the row is no digest that can be made without the key, and holds no number', async () => {
  await claim(indexWith(60), '900-12-3456', avery);
  const { rows } = await pool.pg.query<{ digest: Buffer; person: string }>('SELECT * FROM ssn_index');
  expect(rows).toEqual([{ digest: expect.any(Buffer), person: avery }]);
  const digest = rows[0]?.digest;
  for (const written of ['900-12-3456', '900123456']) {
    expect(digest).not.toEqual(createHash('sha256').update(written).digest());
    expect(digest).not.toEqual(await kms.mac('ssn-index', Buffer.from(written)));
    expect(digest?.includes(written)).toBe(false);
  }
});
