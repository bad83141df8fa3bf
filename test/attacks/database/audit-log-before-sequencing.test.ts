import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSequencer, type Sequencer } from '../../../packages/signet/src/modules/audit/index.ts';
import { openPool, type Pool } from '../../../packages/signet/src/platform/postgres/index.ts';
import { type AuditWorld, auditWorld } from '../../support/worlds/audit-world.ts';

/**
 * For up to a second an entry is in no chain and under no signature. What somebody can do in that second who got hold of
 * the application's rights: add false entries, as they can at any time. Nothing else.
 */
let log: AuditWorld;
let intruder: pg.Client;
let auditPool: Pool;
let sequencer: Sequencer;
beforeEach(async () => {
  log = await auditWorld();
  intruder = await log.client();
  await intruder.query('SET ROLE signet_application');
  auditPool = openPool(`${log.ownerUrl}?options=-c%20role%3Dsignet_audit`, () => undefined);
  sequencer = createSequencer({ db: auditPool.db });
  await log.write('true');
});
afterEach(async () => {
  await auditPool.close();
  await log.close();
});

const noRight = { code: '42501' };

describe('attack, the application’s rights against entries that are not sequenced yet', () => {
  it.each([
    ['removing', 'DELETE FROM audit_entries'],
    ['emptying', 'TRUNCATE audit_entries'],
    ['changing', `UPDATE audit_entries SET entry = '{}'`],
    ['backdating', `UPDATE audit_entries SET written_at = '2000-01-01'`],
    ['hiding from the sequencer', `UPDATE audit_entries SET written_by = '3'`],
    [
      'hiding behind a sequence of their own',
      `INSERT INTO audit_sequence SELECT 99, id, '' FROM audit_entries`,
    ],
    ['hiding behind an end of their own', `UPDATE audit_head SET seen = '9999999:9999999:'`],
    ['signing', `INSERT INTO audit_checkpoints VALUES (1, 'note', '{}', now())`],
    ['writing under a number that is taken later', `SELECT setval('audit_entries_id_seq', 1000)`],
    [
      'writing under a transaction that was seen',
      `INSERT INTO audit_entries (written_by, entry) VALUES ('3', '{}')`,
    ],
  ])('%s is refused, and the entry is sequenced as it was', async (_what, statement) => {
    await expect(intruder.query(statement)).rejects.toMatchObject(noRight);
    expect(await sequencer.sequence()).toBe(1);
    expect(await log.sequence()).toEqual(['true']);
  });

  it('a false entry is taken like any other, after what was there, and stays for good', async () => {
    await log.write('false', intruder);
    await sequencer.sequence();
    await expect(intruder.query(`DELETE FROM audit_entries`)).rejects.toMatchObject(noRight);
    expect(await log.sequence()).toEqual(['true', 'false']);
  });

  it.each([
    ['no JSON', 'not an entry', '22P02'],
    ['a subject that is no reference', '{"subject":"Avery"}', '22P02'],
    ['more than an entry ever is', JSON.stringify({ action: 'a'.repeat(4096) }), '23514'],
  ])('%s is not taken for an entry', async (_what, entry, code) => {
    const write = intruder.query('INSERT INTO audit_entries (entry) VALUES ($1)', [entry]);
    await expect(write).rejects.toMatchObject({ code });
  });
});

describe('attack, the application’s rights against the sequencer', () => {
  it.each([
    ['holding the row that it works under', 'SELECT FROM audit_head FOR UPDATE'],
    ['sharing that row', 'SELECT FROM audit_head FOR KEY SHARE'],
    ['locking its tables', 'LOCK TABLE audit_sequence IN SHARE MODE'],
    ['locking the entries', 'LOCK TABLE audit_entries IN EXCLUSIVE MODE'],
  ])('%s is refused', async (_what, statement) => {
    await intruder.query('BEGIN');
    await expect(intruder.query(statement)).rejects.toMatchObject(noRight);
    expect(await sequencer.sequence()).toBe(1);
  });

  it('a transaction that never ends keeps nobody’s entries waiting, and is in nobody’s way', async () => {
    await intruder.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await log.write('never committed', intruder);
    for (let n = 1; n <= 3; n += 1) {
      expect(await sequencer.sequence()).toBe(1);
      expect(await sequencer.lag()).toBe(0);
      await log.write(n);
    }
    await sequencer.sequence();
    expect(await log.sequence()).toEqual(['true', 1, 2, 3]);
  });
});
