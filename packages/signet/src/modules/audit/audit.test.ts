import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database/database.ts';
import { manualClock } from '../../../../../test/support/manual-clock.ts';
import { type AuditRef, newId, seconds, type Transact } from '../../kernel/index.ts';
import { type Kms, openLocalKms } from '../../platform/kms/index.ts';
import { openPool, type Pool, transactOn } from '../../platform/postgres/index.ts';
import { chainHash, genesis, type LogLine } from './chain.ts';
import {
  type AuditLog,
  type Checkpointer,
  createAuditLog,
  createCheckpointer,
  createSequencer,
  fromJsonLines,
  logLines,
  type Sequencer,
  toJsonLine,
  type Verification,
  verifyLog,
} from './index.ts';

const origin = 'id.example/audit';
const clock = manualClock(new Date('2030-01-01T00:00:00Z'));
const dir = mkdtempSync(path.join(tmpdir(), 'signet-audit-'));
let kms: Kms;
let database: TestDatabase;
let pool: Pool;
let transact: Transact;
let log: AuditLog;
let sequencer: Sequencer;
let checkpointer: Checkpointer;
beforeAll(async () => {
  kms = await openLocalKms(path.join(dir, 'kms.json'));
  database = await createTestDatabase();
  pool = openPool(database.ownerUrl, (error) => console.error(error));
  transact = transactOn(pool.db);
  log = createAuditLog({ db: pool.db, clock });
  sequencer = createSequencer({ db: pool.db });
  checkpointer = createCheckpointer({ db: pool.db, kms, origin, clock });
});
afterAll(async () => {
  await pool.close();
  await database.drop();
  rmSync(dir, { recursive: true });
});

const subject = newId<AuditRef>();
const write = (step: number, about = subject) =>
  transact((tx) =>
    log.record(tx, { action: 'test.happened', actor: { kind: 'system' }, subject: about, details: { step } }),
  );
async function record(step: number, about = subject): Promise<void> {
  await write(step, about);
  await sequencer.sequence();
}

async function collect(lines: AsyncIterable<LogLine>): Promise<LogLine[]> {
  const collected: LogLine[] = [];
  for await (const line of lines) collected.push(line);
  return collected;
}

const verify = async (lines: Iterable<LogLine>, known: string[] = []): Promise<Verification> =>
  verifyLog(lines, { key: createPublicKey(await kms.verifierKey()), origin, known });
const codes = ({ problems }: Verification): string[] => [...new Set(problems.map(({ code }) => code))];

describe('appending', () => {
  it('keeps one chain without gaps under eight transactions at once', async () => {
    const lanes = Array.from({ length: 8 }, async (_, lane) => {
      for (let n = 0; n < 12; n++) await write(lane * 100 + n);
    });
    await Promise.all(lanes);
    expect(await sequencer.sequence()).toBe(96);
    expect(await checkpointer.checkpoint()).toMatchObject({ origin, size: 96 });
    expect(await verify(await collect(logLines(pool.db)))).toEqual({
      size: 96,
      checkpoints: 1,
      signedSize: 96,
      unsequenced: 0,
      problems: [],
    });
  });

  it('leaves nothing behind when the act is undone', async () => {
    const before = (await collect(logLines(pool.db))).length;
    const undone = transact(async (tx) => {
      await log.record(tx, { action: 'test.undone', actor: { kind: 'system' } });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect((await collect(logLines(pool.db))).length).toBe(before);
  });

  it('undoes the act when its record is refused', async () => {
    const act = transact((tx) =>
      log.record(tx, {
        action: 'test.happened',
        actor: { kind: 'system' },
        details: { who: 'Avery Specimen' },
      }),
    );
    await expect(act).rejects.toMatchObject({ code: 'audit-refused' });
  });

  it('shows one subject their entries, newest first, a page at a time', async () => {
    const mine = newId<AuditRef>();
    for (const step of [1, 2, 3]) {
      clock.advance(seconds(1));
      await record(step, mine);
      await record(step);
    }
    const [newest, next] = await log.about(mine, { limit: 2 });
    expect(newest).toEqual({
      id: expect.any(Number),
      place: { position: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      at: clock.now(),
      action: 'test.happened',
      actor: { kind: 'system' },
      subject: mine,
      details: { step: 3 },
    });
    expect(await log.about(mine, { limit: 9, details: { step: 2 }, actor: 'system' })).toEqual([next]);
    expect(await log.about(mine, { limit: 9, actions: ['test.undone'] })).toEqual([]);
    expect(await log.about(mine, { limit: 9, actor: 'staff' })).toEqual([]);
    const rest = await log.about(mine, { limit: 2, before: next?.id ?? 0 });
    expect(rest.map(({ details }) => details)).toEqual([{ step: 1 }]);
  });

  it.each([
    'UPDATE audit_entries SET entry = entry',
    'DELETE FROM audit_entries',
    'TRUNCATE audit_entries',
    'UPDATE audit_sequence SET hash = hash',
    'DELETE FROM audit_sequence',
    'TRUNCATE audit_sequence',
    'DELETE FROM audit_checkpoints',
    'UPDATE audit_checkpoints SET note = note',
    'DELETE FROM audit_head',
    'TRUNCATE audit_head',
  ])('attack: the database refuses %s', async (statement) => {
    await expect(pool.pg.query(statement)).rejects.toThrow('append-only');
  });
});

describe('checkpoints', () => {
  it('sign nothing when nothing came since, and once when two jobs run at once', async () => {
    await checkpointer.checkpoint();
    expect(await checkpointer.checkpoint()).toBeUndefined();
    await record(1);
    await Promise.all([checkpointer.checkpoint(), checkpointer.checkpoint()]);
    expect(await verify(await collect(logLines(pool.db)))).toMatchObject({ problems: [] });
  });

  it('go on from the last one at every size, odd or even', async () => {
    for (let n = 0; n < 9; n++) {
      for (let entries = 0; entries <= n % 3; entries++) await record(n);
      await checkpointer.checkpoint();
    }
    const verification = await verify(await collect(logLines(pool.db)));
    expect(verification.problems).toEqual([]);
    expect(verification.checkpoints).toBeGreaterThan(9);
  });
});

describe('an export', () => {
  it('reads back as what was written, and verifies', async () => {
    const lines = await collect(logLines(pool.db));
    const texts = lines.map(toJsonLine);
    expect(texts.every((text) => text.indexOf('\n') === text.length - 1)).toBe(true);
    const read = await collect(fromJsonLines(stream(texts.map((text) => text.trimEnd()))));
    expect(read).toEqual(lines);
  });

  it('names the line that cannot be read', async () => {
    await expect(collect(fromJsonLines(stream(['', '{"position":-1}'])))).rejects.toThrow('line 2');
  });
});

async function* stream(texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

describe('attacks by somebody who can write every row, but not sign', () => {
  let whole: LogLine[];
  const isEntry = (line: LogLine) => line.kind === 'entry';
  /** What remains, chained again and numbered again, the head with it: all that needs no key. */
  function rechained(lines: LogLine[]): LogLine[] {
    let hash: Buffer = genesis;
    let size = 0;
    return lines.map((line) => {
      if (line.kind === 'checkpoint') return line;
      if (line.kind === 'head') return { ...line, size, hash };
      hash = chainHash(hash, line.entry);
      return { ...line, position: size++, hash };
    });
  }
  const at = (lines: LogLine[], position: number) =>
    lines.findIndex((line) => line.kind === 'entry' && line.position === position);
  const rewritten = (position: number): LogLine[] =>
    whole.map((line) =>
      line.kind === 'entry' && line.position === position
        ? { ...line, entry: line.entry.replace('test.happened', 'test.invented') }
        : line,
    );
  const without = (position: number) => whole.toSpliced(at(whole, position), 1);
  const swapped = (position: number): LogLine[] => {
    const [first, second] = [whole[at(whole, position)], whole[at(whole, position + 1)]];
    if (first?.kind !== 'entry' || second?.kind !== 'entry') throw new Error('no such entries');
    return whole
      .with(at(whole, position), { ...second, position })
      .with(at(whole, position + 1), { ...first, position: position + 1 });
  };
  const inserted = (position: number): LogLine[] => {
    const copy = whole[at(whole, position)];
    if (!copy) throw new Error('no such entry');
    return whole.toSpliced(at(whole, position), 0, copy);
  };

  beforeAll(async () => {
    for (let n = 0; n < 5; n++) await record(n); // and some that no checkpoint covers yet
    whole = await collect(logLines(pool.db));
    expect((await verify(whole)).problems).toEqual([]);
  });

  it('attack: rewriting an entry', async () => {
    expect(codes(await verify(rewritten(20)))).toEqual(['chain-broken', 'checkpoint-differs']);
    expect(codes(await verify(rechained(rewritten(20))))).toEqual(['checkpoint-differs']);
  });

  it('attack: dropping an entry', async () => {
    expect(codes(await verify(without(20)))).toContain('chain-broken');
    const hidden = codes(await verify(rechained(without(20))));
    expect(hidden).toContain('checkpoint-differs');
  });

  it('attack: reordering entries', async () => {
    expect(codes(await verify(swapped(20)))).toContain('chain-broken');
    expect(codes(await verify(rechained(swapped(20))))).toEqual(['checkpoint-differs']);
  });

  it('attack: inserting an entry', async () => {
    expect(codes(await verify(inserted(20)))).toContain('chain-broken');
    expect(codes(await verify(rechained(inserted(20))))).toContain('checkpoint-differs');
  });

  it('attack: cutting the log short after a checkpoint', async () => {
    const entries = whole.filter(isEntry).length;
    const signed = (await verify(whole)).signedSize;
    const cutTo = (size: number) => whole.filter((line) => line.kind !== 'entry' || line.position < size);
    expect(signed).toBeLessThan(entries);
    expect(codes(await verify(cutTo(signed)))).toEqual(['head-differs']);
    expect(codes(await verify(rechained(cutTo(signed - 1))))).toEqual(['checkpoint-beyond-end']);
  });

  it('attack: cutting the checkpoints off with it, found by a note that the auditor kept', async () => {
    const kept = await checkpointer.latest();
    const cut = rechained(
      whole.filter((line) => line.kind === 'head' || (line.kind === 'entry' && line.position < 50)),
    );
    expect(codes(await verify(cut))).toEqual(['checkpoint-missing']);
    expect(codes(await verify(cut, [kept ?? '']))).toEqual(['checkpoint-beyond-end']);
  });

  it('attack: a checkpoint signed with a key of their own, or of another log', async () => {
    const forger = await openLocalKms(path.join(dir, 'forger.json'));
    const forged = createCheckpointer({ db: pool.db, kms: forger, origin, clock });
    const elsewhere = createCheckpointer({ db: pool.db, kms, origin: 'other.example/audit', clock });
    for (const signer of [forged, elsewhere]) {
      await record(1);
      await signer.checkpoint();
      expect(codes(await verify(await collect(logLines(pool.db))))).toEqual(['checkpoint-not-signed']);
    }
  });

  it('attack: forging the state that the next checkpoint begins from does not carry over', async () => {
    await record(1);
    await pool.pg.query('ALTER TABLE audit_checkpoints DISABLE TRIGGER ALL');
    await pool.pg.query(`UPDATE audit_checkpoints SET frontier[1] = decode(repeat('ab', 32), 'hex')`);
    await checkpointer.checkpoint();
    expect(codes(await verify(await collect(logLines(pool.db))))).toEqual(['checkpoint-not-signed']);
  });

  it('attack: changing rows before the next checkpoint, which then refuses to sign', async () => {
    await record(1);
    await pool.pg.query('ALTER TABLE audit_entries DISABLE TRIGGER ALL');
    await pool.pg.query(
      `UPDATE audit_entries SET entry = replace(entry, 'happened', 'invented')
       WHERE id = (SELECT max(id) FROM audit_entries)`,
    );
    await expect(checkpointer.checkpoint()).rejects.toMatchObject({ code: 'audit-broken' });
  });
});
