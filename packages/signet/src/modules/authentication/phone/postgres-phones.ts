import { sql } from 'kysely';
import { type Database, isUuid, type PersonId, type Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import type { CodeBy } from '../../records/index.ts';
import {
  type BoundAuthenticator,
  type BoundBetween,
  postgresRestorableRows,
  type RestorableRows,
} from '../authenticators/index.ts';
import { failuresAtMost, type TakenAttempt, turnedOff } from '../limits/index.ts';

type Tables = {
  phones: {
    person: PersonId;
    id: string;
    kind: CodeBy;
    number: Buffer;
    number_digest: Buffer;
    failures: number;
    bound_at: Date;
    last_used_at: Date | null;
    told_at: Date | null;
  };
};

export interface StoredPhone {
  readonly id: string;
  readonly kind: CodeBy;
  /** Sealed (`phone-number-seal.ts`). */
  readonly number: Buffer;
  readonly digest: Buffer;
}

export interface PhoneStore extends RestorableRows {
  /** Those that are not off after too many failures (B4), oldest first. */
  of(person: PersonId): Promise<readonly StoredPhone[]>;
  /** Whether one of those has the number of this digest. */
  has(tx: Tx, person: PersonId, digest: Buffer): Promise<boolean>;
  /** Counts an attempt before it is judged (B4). Undefined when there is no such phone or it is off. */
  takeAttempt(person: PersonId, id: string, most: number): Promise<TakenAttempt | undefined>;
  /** A right code: the count begins anew. False when the phone was taken off meanwhile. */
  accept(tx: Tx, person: PersonId, id: string, at: Date): Promise<boolean>;
  /** In the place of one with the same number, if there is one: binding anew begins anew (B4, B6). */
  add(tx: Tx, person: PersonId, phone: StoredPhone, at: Date): Promise<void>;
  /** Gives what was taken off, so that its holder can be told. */
  remove(tx: Tx, person: PersonId, id: string): Promise<StoredPhone | undefined>;
  /** Notes that the person is told of a change of hands; false when they were told since `unlessSince`. */
  tell(tx: Tx, person: PersonId, id: string, at: Date, unlessSince: Date): Promise<boolean>;
  /** Those that were bound then stay in their rows and work no more: `only` one of them, or all. */
  turnOff(tx: Tx, person: PersonId, when: BoundBetween, only?: string): Promise<void>;
  /** Those that work and were bound before. */
  boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
}

const columns = ['id', 'kind', 'number', 'number_digest as digest'] as const;

const off = { failures: turnedOff } as const;

export function postgresPhones(database: Database): PhoneStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  return {
    ...postgresRestorableRows('phones'),
    of: (person) =>
      db
        .selectFrom('phones')
        .select(columns)
        .where('person', '=', person)
        .where('failures', '<', failuresAtMost)
        .orderBy('bound_at')
        .execute(),
    async has(tx, person, digest) {
      const found = await within(tx)
        .selectFrom('phones')
        .select('id')
        .where('person', '=', person)
        .where('number_digest', '=', digest)
        .where('failures', '<', failuresAtMost)
        .executeTakeFirst();
      return found !== undefined;
    },
    takeAttempt: (person, id, most) =>
      db
        .updateTable('phones')
        .set({ failures: sql`failures + 1` })
        .where('person', '=', person)
        .where('id', '=', id)
        .where('failures', '<', most)
        .returning('failures')
        .executeTakeFirst(),
    async accept(tx, person, id, at) {
      const result = await within(tx)
        .updateTable('phones')
        .set({ failures: 0, last_used_at: at })
        .where('person', '=', person)
        .where('id', '=', id)
        .where('failures', '<', turnedOff)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async add(tx, person, { id, kind, number, digest }, at) {
      const values = { id, kind, number, failures: 0, bound_at: at, last_used_at: null, told_at: null };
      await within(tx)
        .insertInto('phones')
        .values({ person, number_digest: digest, ...values })
        .onConflict((conflict) => conflict.columns(['person', 'number_digest']).doUpdateSet(values))
        .execute();
    },
    async remove(tx, person, id) {
      if (!isUuid(id)) return undefined;
      return within(tx)
        .deleteFrom('phones')
        .where('person', '=', person)
        .where('id', '=', id)
        .returning(columns)
        .executeTakeFirst();
    },
    async tell(tx, person, id, at, unlessSince) {
      const result = await within(tx)
        .updateTable('phones')
        .set({ told_at: at })
        .where('person', '=', person)
        .where('id', '=', id)
        .where(({ or, eb }) => or([eb('told_at', 'is', null), eb('told_at', '<=', unlessSince)]))
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async turnOff(tx, person, { since, until }, only) {
      await within(tx)
        .updateTable('phones')
        .set(off)
        .where('person', '=', person)
        .where('bound_at', '>=', since)
        .where('bound_at', '<=', until)
        .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
        .execute();
    },
    async boundBefore(person, before) {
      const bound = await db
        .selectFrom('phones')
        .select(['id', 'bound_at as boundAt'])
        .where('person', '=', person)
        .where('bound_at', '<', before)
        .where('failures', '<', failuresAtMost)
        .orderBy('bound_at')
        .execute();
      return bound.map(({ id, boundAt }) => ({ about: `phone:${id}`, kind: 'phone', boundAt }) as const);
    },
  };
}
