import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readErasuresArgs } from '../../../packages/signet/src/commands/erasures.ts';
import { type AuditRef, newId, systemClock } from '../../../packages/signet/src/kernel/index.ts';
import {
  type Checkpointer,
  createAuditLog,
  createCheckpointer,
  findErasure,
  logLines,
  toJsonLine,
} from '../../../packages/signet/src/modules/audit/index.ts';
import { transactOn } from '../../../packages/signet/src/platform/postgres/index.ts';
import { testKms } from '../../support/database/kms.ts';
import { type AuditWorld, auditWorld } from '../../support/worlds/audit-world.ts';

/** An export lies about in files for as long as a backup does: whoever can write to it must not choose who is erased. */
const origin = 'id.example/audit';
const victim = newId<AuditRef>();
const erased = newId<AuditRef>();
const reference = newId<AuditRef>();
let log: AuditWorld;
let checkpointer: Checkpointer;
let lines: readonly string[];
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'signet-replay-'));
  log = await auditWorld();
  checkpointer = createCheckpointer({ db: log.pool.db, kms: await testKms(), origin, clock: systemClock });
  for (const step of [1, 2, 3]) await log.write(step);
  await record(erased, reference);
  await log.sequencer.sequence();
  await checkpointer.checkpoint();
  lines = await exported();
});
afterAll(async () => {
  await log.close();
  await rm(dir, { recursive: true });
});

const record = (subject: AuditRef, receipt: string) =>
  transactOn(log.pool.db)((tx) =>
    createAuditLog({ db: log.pool.db, clock: systemClock }).record(tx, {
      action: 'account.erased',
      actor: { kind: 'system' },
      subject,
      details: { receipt },
    }),
  );

async function exported(): Promise<readonly string[]> {
  const written = [];
  for await (const line of logLines(log.pool.db)) written.push(toJsonLine(line).trimEnd());
  return written;
}

let gone: string[];
beforeEach(() => {
  gone = [];
});
const deletion = {
  eraseAgain: async (subject: AuditRef) => gone.push(subject) > 0,
};
async function replay(written: readonly string[], ...args: string[]) {
  const file = path.join(dir, 'audit.jsonl');
  await writeFile(file, written.join('\n'));
  const act = readErasuresArgs(['replay', file, ...args]);
  if (!act) throw new Error('written wrong');
  const personalData = { deletion } as unknown as Parameters<typeof act>[0]['personalData'];
  return act({ checkpointer, personalData });
}

const forged = (over: object = {}) =>
  JSON.stringify({
    v: 1,
    at: '2026-06-03T14:00:00.000Z',
    action: 'account.erased',
    actor: { kind: 'system' },
    subject: victim,
    details: { receipt: newId<AuditRef>() },
    ...over,
  });
const entry = (text: string, position = 0) =>
  JSON.stringify({ position, hash: 'ab'.repeat(32), entry: text });
const waiting = (text: string) => JSON.stringify({ unsequenced: { age: 0.1, entry: text } });
const noWholeLog = { code: 'audit-log-not-whole', message: expect.stringContaining('Nothing was erased') };

describe('attack, an export of the log with forged erasures', () => {
  it('as it was written, its erasure is made again', async () => {
    expect(await replay(lines)).toContain('The log tells of 1 erasures; 1 of those accounts');
    expect(gone).toEqual([erased]);
  });

  it.each([
    ['among the entries', () => lines.toSpliced(1, 0, entry(forged(), 1))],
    ['in place of an entry', () => lines.toSpliced(1, 1, entry(forged(), 1))],
    ['after the last entry', () => lines.toSpliced(4, 0, entry(forged(), 4))],
    ['in a log that ends before its checkpoint', () => lines.toSpliced(2, 2)],
  ])('one %s: nothing at all is erased', async (_where, forge) => {
    await expect(replay(forge())).rejects.toMatchObject(noWholeLog);
    expect(gone).toEqual([]);
  });

  it('one under a checkpoint that another key signed, or of another log', async () => {
    const others = [
      { kms: await testKms(), origin },
      { kms: await testKms(), origin: 'other.example/audit' },
    ];
    for (const other of others) {
      const forger = createCheckpointer({ db: log.pool.db, clock: systemClock, ...other });
      const own = checkpointer;
      checkpointer = forger;
      await expect(replay(lines)).rejects.toMatchObject(noWholeLog);
      checkpointer = own;
    }
    expect(gone).toEqual([]);
  });

  it('one that waits for its position is not made and is named; the signed one is made', async () => {
    const outcome = await replay(lines.toSpliced(-1, 0, waiting(forged())));
    expect(outcome).toMatchObject({ status: 1, text: expect.stringContaining('NOT made again') });
    expect(gone).toEqual([erased]);
  });

  it('one behind the last checkpoint is not made, though it is chained', async () => {
    const unsigned = newId<AuditRef>();
    await record(unsigned, newId<AuditRef>());
    await log.sequencer.sequence();
    expect(await replay(await exported())).toMatchObject({ status: 1 });
    expect(gone).toEqual([erased]);
  });

  it('finding S6: an export that was cut back to before its checkpoint is refused, with one that was kept or without', async () => {
    const note = path.join(dir, 'kept.note');
    await writeFile(note, (await checkpointer.latest()) ?? '');
    const head = JSON.stringify({ head: { size: 1, hash: JSON.parse(lines[0] ?? '').hash } });
    await expect(replay([lines[0] ?? '', head])).rejects.toMatchObject(noWholeLog);
    await expect(replay([lines[0] ?? '', head], '--checkpoint', note)).rejects.toMatchObject(noWholeLog);
  });

  it.each([
    ['no reference of ours', { details: { receipt: 'any' } }],
    ['nobody', { subject: 'x' }],
    ['a person who acts', { actor: { kind: 'person' } }],
    ['no time', { at: 'yesterday' }],
    ['another form', { v: 2 }],
  ])('an entry with %s is none, also where the log is true', async (_what, over) => {
    const others = [waiting(forged(over)), waiting('{}'), waiting('no JSON')];
    expect(await replay(lines.toSpliced(-1, 0, ...others))).toContain('The log tells of 1 erasures');
    expect(gone).toEqual([erased]);
  });

  it('a second entry with the reference of an erasure does not stand for it', async () => {
    const before = await findErasure(log.pool.db, reference);
    await log.pool.pg.query('INSERT INTO audit_entries (entry) VALUES ($1)', [
      forged({ details: { receipt: reference } }),
    ]);
    expect(await findErasure(log.pool.db, reference)).toEqual(before);
  });
});

it('attack, an entry that no act wrote: the person’s history shows that it is there, and goes on', async () => {
  const subject = newId<AuditRef>();
  await log.pool.pg.query('INSERT INTO audit_entries (entry) VALUES ($1)', [JSON.stringify({ subject })]);
  const [shown] = await createAuditLog({ db: log.pool.db, clock: systemClock }).about(subject, { limit: 5 });
  expect(shown).toMatchObject({
    action: 'entry.unreadable',
    actor: { kind: 'system' },
    at: expect.any(Date),
  });
});
