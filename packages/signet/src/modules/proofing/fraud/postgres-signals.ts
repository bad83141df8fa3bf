import { sql } from 'kysely';
import type { Database, PersonId } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import { type FraudPolicy, type Signal, signals, type UsesOf } from './policy.ts';
import type { SignalStore } from './ports.ts';

/** The part of the KMS that what was used is named by, as with the SSN index: the key is never seen (docs/design.md §4). */
export interface SignalDigesting {
  mac(key: 'contact-index', data: Uint8Array): Promise<Buffer>;
}

interface CountRow {
  readonly person: PersonId;
  readonly signal: Signal;
  readonly accounts: number;
}

export function postgresSignals(database: Database, kms: SignalDigesting): SignalStore {
  const db = queriesOn(database);

  /** Since when each kind counts, as a table. */
  const windows = (policy: FraudPolicy, now: Date) =>
    sql`(VALUES ${sql.join(
      signals.map((signal) => {
        const since = new Date(now.getTime() - policy.signals[signal].within);
        return sql`(${signal}::text, ${since}::timestamptz)`;
      }),
    )}) AS counted (signal, since)`;

  const countsFor = async (policy: FraudPolicy, now: Date, of = sql`true`) =>
    (
      await sql<CountRow>`
        SELECT person, signal, max(accounts)::int AS accounts FROM (
          SELECT mine.person, mine.signal,
            (SELECT count(*) FROM proofing_signals same WHERE same.digest = mine.digest AND same.seen_at > since) AS accounts
          FROM proofing_signals mine JOIN ${windows(policy, now)} USING (signal) WHERE mine.seen_at > since AND ${of}
        ) AS each_use GROUP BY person, signal`.execute(db)
    ).rows;

  return {
    async note(person, uses, now) {
      for (const { signal, of } of uses) {
        const digest = await kms.mac('contact-index', Buffer.from(JSON.stringify(['signal', signal, ...of])));
        await sql`
          INSERT INTO proofing_signals (digest, person, signal, seen_at) VALUES (${digest}, ${person}, ${signal}, ${now})
          ON CONFLICT (digest, person) DO UPDATE SET seen_at = EXCLUDED.seen_at`.execute(db);
      }
    },

    async usesOf(person, policy, now) {
      return usesIn(await countsFor(policy, now, sql`mine.person = ${person}`));
    },

    async allUses(policy, now) {
      const rows = await countsFor(policy, now);
      const people = [...new Set(rows.map(({ person }) => person))];
      return people.map((person) => ({ person, uses: usesIn(rows.filter((row) => row.person === person)) }));
    },

    async removeOld(before) {
      await sql`DELETE FROM proofing_signals WHERE seen_at < ${before}`.execute(db);
    },

    async erase(tx, person) {
      await sql`DELETE FROM proofing_signals WHERE person = ${person}`.execute(inside(tx));
    },
  };
}

const usesIn = (rows: readonly CountRow[]): UsesOf =>
  Object.fromEntries(rows.map(({ signal, accounts }) => [signal, accounts]));
