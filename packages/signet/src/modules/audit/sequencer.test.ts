import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditWorld, auditWorld } from '../../../../../test/support/worlds/audit-world.ts';
import { openPool } from '../../platform/postgres/index.ts';
import { createSequencer, type Sequencer } from './index.ts';

let log: AuditWorld;
beforeEach(async () => {
  log = await auditWorld();
});
afterEach(() => log.close());

describe('what is committed is sequenced once, and nothing is skipped', () => {
  it('finding O14: takes an entry that is committed late, after others with higher ids, and keeps nobody waiting for it', async () => {
    const slow = await log.begin();
    await log.write('slow', slow);
    await log.write('quick');
    expect(await log.sequencer.sequence()).toBe(1);
    for (const name of ['one', 'two']) await log.write(name);
    expect(await log.sequencer.sequence()).toBe(2);
    await slow.query('COMMIT');
    expect(await log.sequencer.sequence()).toBe(1);
    expect(await log.sequence()).toEqual(['quick', 'one', 'two', 'slow']);
  });

  it('takes what a transaction writes that had its number long before', async () => {
    const old = await log.begin();
    await old.query('SELECT pg_current_xact_id()');
    for (const name of ['one', 'two', 'three']) {
      await log.write(name);
      await log.sequencer.sequence();
    }
    await log.write('old', old);
    await old.query('COMMIT');
    expect(await log.sequencer.sequence()).toBe(1);
    expect(await log.sequencer.sequence()).toBe(0);
    expect(await log.sequence()).toEqual(['one', 'two', 'three', 'old']);
  });

  it('a transaction that saw another stands after it, whichever began first', async () => {
    const [first, second] = [await log.begin(), await log.begin()];
    await first.query('SELECT pg_current_xact_id()');
    await log.write('seen', second);
    await second.query('COMMIT');
    await log.write('saw', first);
    await first.query('COMMIT');
    await log.sequencer.sequence();
    expect(await log.sequence()).toEqual(['seen', 'saw']);
  });

  it('leaves no gap for acts that were undone', async () => {
    const undone = await log.begin();
    await log.write('undone', undone);
    await log.write('done');
    await undone.query('ROLLBACK');
    await log.write('done too');
    expect(await log.sequencer.sequence()).toBe(2);
    expect(await log.sequence()).toEqual(['done', 'done too']);
  });

  it('takes entries that were written under a savepoint, where the savepoint was kept', async () => {
    const nested = await log.begin();
    await nested.query('SAVEPOINT kept');
    await log.write('kept', nested);
    await nested.query('RELEASE kept');
    await log.sequencer.sequence();
    await nested.query('SAVEPOINT dropped');
    await log.write('dropped', nested);
    await nested.query('ROLLBACK TO dropped');
    await nested.query('COMMIT');
    expect(await log.sequencer.sequence()).toBe(1);
    expect(await log.sequence()).toEqual(['kept']);
  });

  it('however transactions and passes are interleaved', async () => {
    const lanes = [await log.client(), await log.client(), await log.client()];
    const step = fc.record({
      lane: fc.nat({ max: lanes.length - 1 }),
      what: fc.constantFrom('begin', 'write', 'write', 'commit', 'roll back', 'sequence', 'sequence'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const committedBefore = await log.sequence();
        const made = await play(lanes, steps);
        await log.sequencer.sequence();
        const order = (await log.sequence()).slice(committedBefore.length);
        expect(order.toSorted()).toEqual([...made.committed.keys()].toSorted());
        for (const [name, seen] of made.committed) {
          const later = seen.filter((other) => order.indexOf(other) > order.indexOf(name));
          expect(later).toEqual([]); // what was committed before it was written stands before it
        }
      }),
      { numRuns: 40 },
    );
  });
});

let names = 0;
/** Plays the steps and commits what is open in the end. For each committed entry, those committed when it was written. */
async function play(lanes: pg.Client[], steps: readonly { lane: number; what: string }[]) {
  const committed = new Map<string, string[]>();
  const open = lanes.map(() => undefined as Map<string, string[]> | undefined);
  async function end(lane: number, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    await lanes[lane]?.query(how);
    if (how === 'COMMIT') for (const [name, seen] of open[lane] ?? []) committed.set(name, seen);
    open[lane] = undefined;
  }
  for (const { lane, what } of steps) {
    const on = lanes[lane] as pg.Client;
    if (what === 'sequence') await log.sequencer.sequence();
    else if (what === 'begin' && !open[lane]) {
      await on.query('BEGIN');
      await on.query('SELECT pg_current_xact_id()');
      open[lane] = new Map();
    } else if (what === 'write') {
      const name = `e${names++}`;
      const seen = [...committed.keys()];
      await log.write(name, on);
      (open[lane] ?? committed).set(name, seen);
    } else if (open[lane] && (what === 'commit' || what === 'roll back')) {
      await end(lane, what === 'commit' ? 'COMMIT' : 'ROLLBACK');
    }
  }
  for (const lane of lanes.keys()) if (open[lane]) await end(lane, 'COMMIT');
  return { committed };
}

describe('many entries at once', () => {
  it('goes on where a full batch ended: over many transactions, with one of them still open', async () => {
    const open = await log.begin();
    await log.write(0, open);
    for (let n = 0; n < 9; n += 1) await log.writeMany(n * 500 + 1, (n + 1) * 500);
    expect(await log.sequencer.sequence()).toBe(4500);
    await open.query('COMMIT');
    expect(await log.sequencer.sequence()).toBe(1);
    expect(await log.sequence()).toEqual([...Array.from({ length: 4500 }, (_, n) => n + 1), 0]);
  });

  it('attack, one transaction with more entries than a batch: it holds nobody up, and stands there once', async () => {
    const flood = await log.begin();
    await log.writeMany(1, 4100, flood);
    await log.write('before');
    await log.sequencer.sequence();
    await flood.query('COMMIT');
    await log.write('after');
    expect(await log.sequencer.sequence()).toBe(4101);
    expect(await log.sequence()).toEqual([
      'before',
      ...Array.from({ length: 4100 }, (_, n) => n + 1),
      'after',
    ]);
  });

  it('an idle pass, or one of a few entries, reads no table whole, whatever the planner takes them for', async () => {
    await log.writeMany(1, 20_000); // of one transaction: the planner expects as much of the next
    await throughOneConnection((sequencer) => sequencer.sequence());
    await log.pool.pg.query('ANALYZE');
    const before = await wholeReads();
    await throughOneConnection(async (sequencer) => {
      for (let n = 0; n < 7; n += 1) {
        if (n === 5) await log.writeMany(1, 10);
        await sequencer.sequence();
      }
    });
    expect(await wholeReads()).toBe(before);
  });
});

/** A connection tells what it read when it ends, and before that only now and then. */
async function throughOneConnection(work: (sequencer: Sequencer) => Promise<unknown>): Promise<void> {
  const pool = openPool(log.ownerUrl, () => undefined, 1);
  await work(createSequencer({ db: pool.db }));
  await pool.close();
  await pause(500);
}

async function wholeReads(): Promise<number> {
  const counter = await log.client();
  const { rows } = await counter.query<{ reads: string }>(
    `SELECT sum(seq_scan) AS reads FROM pg_stat_user_tables WHERE relname IN ('audit_entries', 'audit_sequence')`,
  );
  return Number(rows[0]?.reads);
}
