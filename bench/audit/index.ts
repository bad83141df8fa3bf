import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type AuditRef, newId, systemClock } from '../../packages/signet/src/kernel/index.ts';
import { createAuditLog } from '../../packages/signet/src/modules/audit/index.ts';
import {
  inside,
  migrate,
  openPool,
  type Pool,
  transactOn,
} from '../../packages/signet/src/platform/postgres/index.ts';
import { ensureDatabase, startEmbeddedPostgres } from '../../sandbox/postgres/index.ts';
import { migrationsFolder } from '../../test/support/repository.ts';
import { startChild } from '../child.ts';
import { median, rounded, spread } from '../figures.ts';
import { benchTables, type LogKind, recordInTurn } from './kinds-of-log.ts';

const kinds: readonly LogKind[] = ['none', 'turns', 'sequenced'];

/** As many as the pools of a few web processes hold. */
const connections = 16;

/** Far below what the machine can do: how long a position takes when nothing else is in its way. */
const calmPerSecond = 100;

type Rates = Readonly<Record<LogKind, number[]>>;

/** Milliseconds from an entry's insert, which travels with its commit, to a signed checkpoint that covers it. */
interface Delay {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

export interface AuditFigures {
  readonly rates: Rates;
  readonly calm: Delay;
  readonly busy: Delay;
}

/** Acts a second with their audit entries: none, as they are sequenced, and as they took turns, one after another. */
export async function benchAudit(rounds: number, seconds: number): Promise<AuditFigures> {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-bench-audit-'));
  const postgres = await startEmbeddedPostgres({ dir: path.join(dir, 'postgres') });
  const databaseUrl = await ensureDatabase(postgres.url, 'audit');
  const pool = openPool(databaseUrl, (error) => console.error(error), connections);
  const worker = startChild(path.join(import.meta.dirname, 'worker.ts'));
  try {
    await migrate(pool.db, migrationsFolder);
    await sql.raw(benchTables).execute(pool.db);
    await worker.ask('start', { databaseUrl, keyFile: path.join(dir, 'kms.json') });
    const act = acting(pool);
    const rates = await measureRates(act, rounds, seconds);
    const busy = await delays(pool, 0);
    const before = await lastEntry(pool);
    for (let n = 0; n < calmPerSecond * seconds; n += 1) {
      await Promise.all([act('sequenced'), pause(1000 / calmPerSecond)]);
    }
    await worker.ask('finish');
    return { rates, busy, calm: await delays(pool, before) };
  } finally {
    await worker.stop();
    await pool.close();
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** One act: a row of its own, and its entry as the last of the transaction. */
function acting(pool: Pool): (kind: LogKind) => Promise<void> {
  const transact = transactOn(pool.db);
  const audit = createAuditLog({ db: pool.db, clock: systemClock });
  return (kind) =>
    transact(async (tx) => {
      await sql`INSERT INTO acts (what) VALUES (${randomBytes(60).toString('hex')})`.execute(inside(tx));
      const event = {
        action: 'session.authenticated',
        actor: { kind: 'person' },
        subject: newId<AuditRef>(),
        details: { method: 'passkey', userVerified: true },
      } as const;
      if (kind === 'sequenced') await audit.record(tx, event);
      if (kind === 'turns')
        recordInTurn(tx, JSON.stringify({ v: 1, at: new Date().toISOString(), ...event }));
    });
}

/** The kinds take turns, and every second time in the other order: what the machine does meanwhile hits all alike. */
async function measureRates(
  act: (kind: LogKind) => Promise<void>,
  rounds: number,
  seconds: number,
): Promise<Rates> {
  const rates: Rates = { none: [], turns: [], sequenced: [] };
  for (const kind of kinds) await rateOf(() => act(kind), 1); // until compiled and connected
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
      rates[kind].push(await rateOf(() => act(kind), seconds));
      await pause(1500); // what is left to sequence is no later round's burden
    }
  }
  return rates;
}

async function rateOf(act: () => Promise<void>, seconds: number): Promise<number> {
  const begun = performance.now();
  let acts = 0;
  const lane = async () => {
    for (; performance.now() - begun < seconds * 1000; acts += 1) await act();
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return (acts * 1000) / (performance.now() - begun);
}

async function lastEntry(pool: Pool): Promise<number> {
  const { rows } = await sql<{ last: number }>`SELECT max(id) AS last FROM audit_entries`.execute(pool.db);
  return rows[0]?.last ?? 0;
}

async function delays(pool: Pool, after: number): Promise<Delay> {
  const { rows } = await sql<Delay>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY delay) AS p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY delay) AS p95, max(delay) AS most
    FROM audit_entries JOIN audit_sequence ON entry_id = id CROSS JOIN LATERAL (
      SELECT extract(epoch FROM signed_at - written_at)::float8 * 1000 AS delay
      FROM audit_checkpoints WHERE size > position ORDER BY size LIMIT 1) AS signed
    WHERE id > ${after}`.execute(pool.db);
  const [delay] = rows;
  if (!delay) throw new Error('nothing was recorded');
  return delay;
}

/** Round by round, so that what the machine does meanwhile hits both. */
const ratios = (of: readonly number[], to: readonly number[]): number[] =>
  of.map((rate, n) => rate / (to[n] ?? Number.NaN));

export function printAudit({ rates, calm, busy }: AuditFigures): void {
  console.log(
    `\nActs a second over ${connections} connections: a row and its audit entry in one transaction.\n`,
  );
  console.log(`  without an entry                          ${spread(rates.none, 0)}`);
  console.log(`  with an entry that is sequenced after it  ${spread(rates.sequenced, 0)}`);
  console.log(
    `  with an entry that takes its turn         ${spread(rates.turns, 0)} (as before the sequencer)`,
  );
  console.log(
    `\n  Sequenced to taking turns: ${spread(ratios(rates.sequenced, rates.turns), 2)} (the bar is 1.5);`,
  );
  console.log(`  to no entry at all: ${spread(ratios(rates.sequenced, rates.none), 2)}.`);
  console.log('\nFrom the entry to a signed checkpoint that covers it, ms: p50, p95, the longest.\n');
  for (const [name, { p50, p95, most }] of [
    [`${calmPerSecond} acts a second at most`, calm],
    ['as many as the machine can do', busy],
  ] as const) {
    console.log(`  ${name.padEnd(32)} ${[p50, p95, most].map((ms) => ms.toFixed(0).padStart(6)).join('')}`);
  }
}

export const auditFigures = ({ rates, calm, busy }: AuditFigures) => ({
  perSecond: Object.fromEntries(kinds.map((kind) => [kind, rounded(median(rates[kind]))])),
  sequencedToTurns: rounded(median(ratios(rates.sequenced, rates.turns))),
  sequencedToNone: rounded(median(ratios(rates.sequenced, rates.none))),
  signedAfterMs: { calm, busy },
});
