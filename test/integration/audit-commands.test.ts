import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AuditRef, newId, systemClock } from '../../packages/signet/src/kernel/index.ts';
import {
  createAuditLog,
  createCheckpointer,
  createSequencer,
} from '../../packages/signet/src/modules/audit/index.ts';
import { openLocalKms } from '../../packages/signet/src/platform/kms/index.ts';
import { openPool, transactOn } from '../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { serverProgram } from '../support/repository.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'signet-verify-'));
const file = (name: string): string => path.join(dir, name);
const reference = '7a6f0c51-2a0e-4d0c-9a5e-2f9d1f2f8f10';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const pool = openPool(database.ownerUrl, (error) => console.error(error));
  const kms = await openLocalKms(file('kms.json'));
  const log = createAuditLog({ db: pool.db, clock: systemClock });
  const sequencer = createSequencer({ db: pool.db });
  const checkpointer = createCheckpointer({
    db: pool.db,
    kms,
    origin: 'id.example/audit',
    clock: systemClock,
  });
  for (let step = 0; step < 6; step++) {
    await transactOn(pool.db)((tx) =>
      log.record(tx, { action: 'test.happened', actor: { kind: 'system' }, details: { step } }),
    );
    await sequencer.sequence();
    if (step === 3) await checkpointer.checkpoint();
  }
  await transactOn(pool.db)((tx) =>
    log.record(tx, {
      action: 'account.erased',
      actor: { kind: 'system' },
      subject: newId<AuditRef>(),
      details: { receipt: reference },
    }),
  );
  await sequencer.sequence();
  writeFileSync(file('agencies.json'), '[]');
  writeFileSync(file('key.pem'), await kms.verifierKey());
  writeFileSync(file('kept.note'), (await checkpointer.latest()) ?? '');
  await pool.close();
});
afterAll(async () => {
  await database.drop();
  rmSync(dir, { recursive: true });
});

/** The key is printed once all settings are in order; nothing of these is called. */
const outsideServices = {
  SIGNET_PROFILE: 'sandbox',
  SIGNET_OUTBOX_URL: 'http://localhost:9',
  SIGNET_OUTBOX_KEY: 'a-key-of-nobody',
  SIGNET_AGENCIES_FILE: file('agencies.json'),
  ...Object.fromEntries(
    ['MOTOR_VEHICLES', 'SOCIAL_SECURITY', 'PHONE_CARRIER'].flatMap((name) => [
      [`SIGNET_${name}_URL`, 'http://localhost:9'],
      [`SIGNET_${name}_KEY`, 'a-key-of-nobody'],
    ]),
  ),
};

/** Runs a command as an operator would, with plain Node. */
function run(action: string, args: string[], env: Record<string, string> = {}) {
  return new Promise<{ status: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [serverProgram, 'audit', action, ...args],
      { env },
      (_, out, err) => resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });
}

it('exports a log and finds it whole, from the file alone or from the database', async () => {
  const exported = await run('export', [], { DATABASE_URL: database.ownerUrl });
  writeFileSync(file('audit.jsonl'), exported.out);
  const whole = {
    status: 0,
    out: 'the log is whole: entries 7, checkpoints 1, signed up to 4; the last 3 are held by the chain alone\n',
    err: '',
  };
  expect(await run('verify', [file('audit.jsonl'), '--key', file('key.pem')])).toEqual(whole);
  const fromDatabase = await run('verify', ['--key', file('key.pem')], {
    DATABASE_URL: database.ownerUrl,
  });
  expect(fromDatabase).toEqual(whole);
});

it('prints the key that verifies, and the checkpoint to keep elsewhere', async () => {
  const settings = {
    DATABASE_URL: database.ownerUrl,
    SIGNET_KMS_KEY_FILE: file('kms.json'),
    ...outsideServices,
  };
  const key = await run('key', [], settings);
  expect(key).toEqual({ status: 0, out: readFileSync(file('key.pem'), 'utf8'), err: '' });
  const note = await run('checkpoint', [], { DATABASE_URL: database.ownerUrl });
  expect(note).toEqual({ status: 0, out: readFileSync(file('kept.note'), 'utf8'), err: '' });
});

it('attack: an export cut back to before its checkpoint fails against the note that was kept', async () => {
  const lines = readFileSync(file('audit.jsonl'), 'utf8').split('\n').slice(0, 3);
  writeFileSync(file('cut.jsonl'), lines.join('\n'));
  const args = [file('cut.jsonl'), '--key', file('key.pem'), '--checkpoint', file('kept.note')];
  const { status, out } = await run('verify', args);
  expect(status).toBe(1);
  expect(out).toMatch(
    /position 4: checkpoint-beyond-end.*\nposition 3: head-missing: .*\nTHE LOG IS NOT WHOLE/,
  );
});

it('says in one line what it lacks', async () => {
  expect(await run('verify', [])).toMatchObject({
    status: 2,
    err: expect.stringMatching(/^The command failed\. --key [^\n]+\n$/),
  });
  expect(await run('verify', ['--key', file('key.pem')])).toMatchObject({
    status: 2,
    err: 'The command failed. name an export, or set DATABASE_URL: Setting DATABASE_URL: needed\n',
  });
  writeFileSync(file('other.jsonl'), 'not a log\n');
  expect(await run('verify', [file('other.jsonl'), '--key', file('key.pem')])).toMatchObject({
    status: 2,
    err: 'The command failed. line 1 is not a line of an audit export\n',
  });
});

it('A27: finds the erasure of one account by its reference, and says when it is not in the log', async () => {
  const look = (receipt: string) =>
    run('verify', [file('audit.jsonl'), '--key', file('key.pem'), '--receipt', receipt]);
  const found = await look(reference);
  expect([found.status, found.out]).toEqual([
    0,
    expect.stringContaining(`erasure ${reference}: position 6, not yet signed\n`),
  ]);
  const other = await look('7a6f0c51-2a0e-4d0c-9a5e-2f9d1f2f8f12');
  expect([other.status, other.out]).toEqual([1, expect.stringContaining('NOT IN THIS LOG')]);
});

/** What both programs say of an export: 0 whole, 1 not. */
async function verdicts(lines: readonly string[], kept: readonly string[] = []): Promise<number[]> {
  writeFileSync(file('judged.jsonl'), lines.map((line) => `${line}\n`).join(''));
  const notes = kept.flatMap((note) => ['--checkpoint', note]);
  const [ours, theirs] = await Promise.all([
    run('verify', [file('judged.jsonl'), '--key', file('key.pem'), ...notes]),
    runAlone([file('judged.jsonl'), file('key.pem'), ...kept]),
  ]);
  return [ours.status, theirs];
}

const runAlone = (args: readonly string[]) =>
  new Promise<number>((resolve) => {
    const program = new URL('../../docs/audit/verify.mjs', import.meta.url).pathname;
    const child = execFile(process.execPath, [program, ...args], () => resolve(child.exitCode ?? -1));
  });

it('finding S6: two programs that share no line agree on honest and on tampered exports', async () => {
  const whole = readFileSync(file('audit.jsonl'), 'utf8').split('\n').filter(Boolean);
  const isKind = (kind: string) => (line: string) => kind in JSON.parse(line);
  const not = (kind: string) => whole.filter((line) => !isKind(kind)(line));
  expect(await verdicts(whole)).toEqual([0, 0]);
  expect(await verdicts(whole, [file('kept.note')])).toEqual([0, 0]);
  const tampered: Record<string, readonly string[]> = {
    empty: [],
    'without its head': not('head'),
    'without checkpoints': not('checkpoint'),
    'half of it': whole.slice(0, 3),
    'an entry rewritten': whole.map((line) => line.replace('\\"step\\":1', '\\"step\\":9')),
    'an entry dropped': whole.toSpliced(1, 1),
    'two entries in another order': [whole[1] ?? '', whole[0] ?? '', ...whole.slice(2)],
    'something after the head': [...whole, whole[0] ?? ''],
    'a checkpoint of other bytes': whole.map((line) => line.replace('id.example/audit', 'id.example/other')),
  };
  for (const [name, lines] of Object.entries(tampered)) expect(await verdicts(lines), name).toEqual([1, 1]);
  writeFileSync(file('no-key.jsonl'), whole.join('\n'));
  expect((await run('verify', [file('no-key.jsonl')])).status).toBe(2);
});

it('finding S6: prints the whole history of checkpoints, to keep elsewhere', async () => {
  const { status, out } = await run('checkpoints', [], { DATABASE_URL: database.ownerUrl });
  expect([status, out]).toEqual([0, expect.stringContaining(readFileSync(file('kept.note'), 'utf8').trim())]);
});

it('attack, leaving an entry out: what has no position yet is in the export, and fails once it is older than a minute', async () => {
  const [head = '', ...before] = readFileSync(file('audit.jsonl'), 'utf8').trimEnd().split('\n').reverse();
  const whole = before.reverse().map((line) => `${line}\n`);
  const waiting = (age: number) => `${JSON.stringify({ unsequenced: { age, entry: '{}' } })}\n`;
  const verify = async (lines: string, ...args: string[]) => {
    writeFileSync(file('waiting.jsonl'), `${whole.join('')}${lines}${head}\n`);
    return run('verify', [file('waiting.jsonl'), '--key', file('key.pem'), ...args]);
  };
  const young = await verify(waiting(0.4) + waiting(59));
  expect([young.status, young.out]).toEqual([
    0,
    'the log is whole: entries 7, checkpoints 1, signed up to 4; the last 3 are held by the chain alone; 2 have no position yet\n',
  ]);
  const old = await verify(waiting(61));
  expect(old.status).toBe(1);
  expect(old.out).toMatch(/position 7: entry-left-out: .*\nTHE LOG IS NOT WHOLE/);
  expect((await verify(waiting(61), '--seconds-to-sequence', '90')).status).toBe(0);
  expect((await verify('', '--seconds-to-sequence', 'never')).status).toBe(2);
});

it('A27: finds an erasure that has no position yet', async () => {
  const entry = JSON.stringify({
    v: 1,
    at: '2026-06-03T14:00:00.000Z',
    action: 'account.erased',
    actor: { kind: 'system' },
    subject: '0b7f5c0e-6c0e-4f0c-8a5e-2f9d1f2f8f11',
    details: { receipt: '0d4f4f0e-55c1-4d0c-9a5e-2f9d1f2f8f44' },
  });
  const lines = readFileSync(file('audit.jsonl'), 'utf8').trimEnd().split('\n');
  const waiting = JSON.stringify({ unsequenced: { age: 0.2, entry } });
  writeFileSync(file('just-erased.jsonl'), lines.toSpliced(-1, 0, waiting).join('\n'));
  const args = ['--key', file('key.pem'), '--receipt', '0d4f4f0e-55c1-4d0c-9a5e-2f9d1f2f8f44'];
  const { status, out } = await run('verify', [file('just-erased.jsonl'), ...args]);
  expect([status, out]).toEqual([0, expect.stringContaining('no position yet, not yet signed\n')]);
});
