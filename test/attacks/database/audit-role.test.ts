import { createHash } from 'node:crypto';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../packages/signet/src/kernel/index.ts';
import {
  createCheckpointer,
  createSequencer,
  type Sequencer,
} from '../../../packages/signet/src/modules/audit/index.ts';
import { openPool, type Pool } from '../../../packages/signet/src/platform/postgres/index.ts';
import { testKms } from '../../support/database/kms.ts';
import { type AuditWorld, auditWorld } from '../../support/worlds/audit-world.ts';

/**
 * Somebody with the sequencer's login can leave its work undone, and the lag says so. They cannot make it look done: what web
 * processes watch and what an export tells follows from rows that this login cannot choose.
 */
let log: AuditWorld;
let intruder: pg.Client;
let auditPool: Pool;
let webPool: Pool;
let sequencer: Sequencer;
beforeEach(async () => {
  log = await auditWorld();
  auditPool = openPool(`${log.ownerUrl}?options=-c%20role%3Dsignet_audit`, () => undefined);
  webPool = openPool(`${log.ownerUrl}?options=-c%20role%3Dsignet_application`, () => undefined);
  sequencer = createSequencer({ db: auditPool.db });
  await log.writeMany(1, 3);
  await sequencer.sequence();
  await log.write('hidden');
  intruder = await log.client();
  await intruder.query('SET ROLE signet_audit');
});
afterEach(async () => {
  await Promise.all([auditPool.close(), webPool.close()]);
  await log.close();
});

/** As every web process asks it. */
const lag = () => createSequencer({ db: webPool.db }).lag();
const present = 'pg_current_snapshot()';
const xmax = `pg_snapshot_xmax(${present})::text::bigint`;

const untouched = async () => {
  await intruder.query('SELECT 1'); // what was refused is over, and holds the end no more
  expect(await lag()).toBeGreaterThan(0);
  expect(await sequencer.sequence()).toBe(1);
  expect(await log.sequence()).toEqual([1, 2, 3, 'hidden']);
};

describe('attack, the sequencer’s login hides an entry behind where it says that the log ends', () => {
  it.each([
    ['a larger size', 'size = size + 1'],
    ['a smaller size', 'size = 0'],
    ['another hash', `hash = decode(repeat('ab', 32), 'hex')`],
  ])('%s is not its to write', async (_what, change) => {
    await expect(intruder.query(`UPDATE audit_head SET ${change}`)).rejects.toMatchObject({ code: '42501' });
    await untouched();
  });

  it.each([
    ['transactions to come', `seen = (${xmax} + 1000 || ':' || ${xmax} + 1000 || ':')::pg_snapshot`],
    ['the present, while an entry has no position', `seen = ${present}`],
    ['another server', `seen = ${present}, seen_on = 1`],
    ['nothing, so that each look reads the whole log', `seen = '3:3:'`],
  ])('to have seen %s is refused', async (_what, change) => {
    await expect(intruder.query(`UPDATE audit_head SET ${change}`)).rejects.toThrow('the audit log');
    await untouched();
  });

  it('to have seen what is still being written is refused', async () => {
    await sequencer.sequence();
    const slow = await log.begin();
    await log.write('slow', slow);
    await log.write('quick');
    await sequencer.sequence();
    const all = `(${xmax} || ':' || ${xmax} || ':')::pg_snapshot`;
    await expect(intruder.query(`UPDATE audit_head SET seen = ${all}`)).rejects.toThrow('has not seen');
    await slow.query('COMMIT');
    expect(await lag()).toBeGreaterThan(0);
    expect(await sequencer.sequence()).toBe(1);
    expect(await log.sequence()).toEqual([1, 2, 3, 'hidden', 'quick', 'slow']);
  });

  it('holding the log’s end stops the work, and the lag says so', async () => {
    await intruder.query('BEGIN');
    await intruder.query('SELECT FROM audit_head FOR UPDATE');
    expect(await sequencer.sequence()).toBe(0);
    expect(await lag()).toBeGreaterThan(0);
    await intruder.query('ROLLBACK');
    await untouched();
  });
});

describe('attack, the sequencer’s login gives positions that are none', () => {
  const insert = (position: string | number, entry: string | number, hash: Buffer) =>
    intruder.query(`INSERT INTO audit_sequence VALUES (${position}, ${entry}, $1)`, [hash]);
  const hidden = '(SELECT max(id) FROM audit_entries)';
  const hashOf = async (name: string | number) => {
    const { rows } = await intruder.query<{ hash: Buffer; entry: string }>(
      `SELECT hash, entry FROM audit_head, audit_entries WHERE entry::jsonb ->> 'name' = $1::text`,
      [name],
    );
    const [{ hash, entry } = { hash: Buffer.alloc(0), entry: '' }] = rows;
    return createHash('sha256').update(hash).update(entry).digest();
  };

  it.each([
    ['beyond the end, so that it counts as sequenced and is nowhere', 1_000_000, hidden],
    ['after a gap', 4, hidden],
    ['of no entry', 3, 12_345],
  ])('one %s is refused', async (_what, position, entry) => {
    await expect(insert(position, entry, await hashOf('hidden'))).rejects.toThrow('goes on from its end');
    await untouched();
  });

  it('one with a hash that does not follow from the entry and the one before it is refused', async () => {
    await expect(insert(3, hidden, Buffer.alloc(32))).rejects.toThrow('goes on from its end');
    await expect(insert(3, hidden, Buffer.alloc(0))).rejects.toThrow('goes on from its end');
    await untouched();
  });

  it('two at once that are not one chain are refused', async () => {
    await log.write('more');
    const rows = `(3, ${hidden} - 1, $1), (4, ${hidden}, $1)`;
    const both = intruder.query(`INSERT INTO audit_sequence VALUES ${rows}`, [await hashOf('hidden')]);
    await expect(both).rejects.toThrow('goes on from its end');
    await intruder.query('SELECT 1');
    expect(await sequencer.sequence()).toBe(2);
  });

  it('the one that comes next is taken, and the end moves with it', async () => {
    await insert(3, hidden, await hashOf('hidden'));
    expect(await log.sequence()).toEqual([1, 2, 3, 'hidden']);
    await log.write('next');
    expect(await sequencer.sequence()).toBe(1);
    expect(await log.sequence()).toEqual([1, 2, 3, 'hidden', 'next']);
  });
});

it('attack, the sequencer’s login puts a note of its own where the next checkpoint belongs: that is said, and the next is signed', async () => {
  const needs = { db: auditPool.db, kms: await testKms(), origin: 'id.example/audit', clock: systemClock };
  const checkpointer = createCheckpointer(needs);
  await intruder.query(`INSERT INTO audit_checkpoints VALUES (4, 'no note', '{}', now())`);
  await sequencer.sequence();
  await expect(checkpointer.checkpoint()).rejects.toMatchObject({ code: 'audit-checkpoint-taken' });
  await log.write('next');
  await sequencer.sequence();
  expect(await checkpointer.checkpoint()).toMatchObject({ size: 5 });
});
