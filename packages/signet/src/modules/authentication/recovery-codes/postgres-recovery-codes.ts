import { sql } from 'kysely';
import type { Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import { type BoundBetween, postgresRestorableRows, type RestorableRows } from '../authenticators/index.ts';
import { type TakenAttempt, turnedOff } from '../limits/index.ts';
import type { RecoveryCodeParts } from './recovery-code.ts';

type Tables = {
  recovery_code_sets: { person: PersonId; failures: number; issued_at: Date };
  recovery_codes: { person: PersonId; lookup: Buffer; verifier: Buffer; used_at: Date | null };
};

export interface RecoveryCodeStore extends RestorableRows {
  /** Counts an attempt against the person's set; none when there were `most` failures in a row (B4). */
  takeAttempt(person: PersonId, most: number): Promise<TakenAttempt | undefined>;
  /** The verifier of an unused code; looking uses nothing up. */
  find(person: PersonId, lookup: Buffer): Promise<Buffer | undefined>;
  /** Uses the code up and says how many are left: undefined when another request did so first. */
  use(tx: Tx, person: PersonId, lookup: Buffer, at: Date): Promise<number | undefined>;
  /** Every code goes; that there was a set stays known. */
  removeAll(tx: Tx, person: PersonId): Promise<void>;
  /** Puts a new set in the place of the old (B14); returns the lookups of the old one. */
  replaceSet(
    tx: Tx,
    person: PersonId,
    codes: readonly Pick<RecoveryCodeParts, 'lookup' | 'verifier'>[],
    at: Date,
  ): Promise<readonly Buffer[]>;
  /** A set that was made then works no more; gives the lookups of its codes. */
  turnOff(tx: Tx, person: PersonId, when: BoundBetween): Promise<readonly Buffer[]>;
}

const off = { failures: turnedOff } as const;

export function postgresRecoveryCodes(database: Database): RecoveryCodeStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  return {
    ...postgresRestorableRows('recovery_code_sets', 'recovery_codes'),
    takeAttempt: (person, most) =>
      db
        .updateTable('recovery_code_sets')
        .set({ failures: sql`failures + 1` })
        .where('person', '=', person)
        .where('failures', '<', most)
        .returning('failures')
        .executeTakeFirst(),
    async find(person, lookup) {
      const row = await db
        .selectFrom('recovery_codes')
        .select('verifier')
        .where('person', '=', person)
        .where('lookup', '=', lookup)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return row?.verifier;
    },
    async use(tx, person, lookup, at) {
      const used = await within(tx)
        .updateTable('recovery_codes')
        .set({ used_at: at })
        .where('person', '=', person)
        .where('lookup', '=', lookup)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      if (used.numUpdatedRows !== 1n) return undefined;
      const begunAnew = await within(tx)
        .updateTable('recovery_code_sets')
        .set({ failures: 0 })
        .where('person', '=', person)
        .where('failures', '<', turnedOff)
        .executeTakeFirst();
      if (begunAnew.numUpdatedRows !== 1n) return undefined;
      const { left } = await within(tx)
        .selectFrom('recovery_codes')
        .select((query) => query.fn.countAll<number>().as('left'))
        .where('person', '=', person)
        .where('used_at', 'is', null)
        .executeTakeFirstOrThrow();
      return left;
    },
    async removeAll(tx, person) {
      await within(tx).deleteFrom('recovery_codes').where('person', '=', person).execute();
    },
    async replaceSet(tx, person, codes, at) {
      // The set first: whoever replaces it at the same moment waits here, and then finds these codes and takes them away.
      const values = { failures: 0, issued_at: at };
      await within(tx)
        .insertInto('recovery_code_sets')
        .values({ person, ...values })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(values))
        .execute();
      const old = await within(tx)
        .deleteFrom('recovery_codes')
        .where('person', '=', person)
        .returning('lookup')
        .execute();
      await within(tx)
        .insertInto('recovery_codes')
        .values(codes.map(({ lookup, verifier }) => ({ person, lookup, verifier, used_at: null })))
        .execute();
      return old.map(({ lookup }) => lookup);
    },
    async turnOff(tx, person, { since, until }) {
      const turnedOff = await within(tx)
        .updateTable('recovery_code_sets')
        .set(off)
        .where('person', '=', person)
        .where('issued_at', '>=', since)
        .where('issued_at', '<=', until)
        .executeTakeFirst();
      if (turnedOff.numUpdatedRows === 0n) return [];
      const codes = within(tx).selectFrom('recovery_codes').select('lookup').where('person', '=', person);
      return (await codes.execute()).map(({ lookup }) => lookup);
    },
  };
}
