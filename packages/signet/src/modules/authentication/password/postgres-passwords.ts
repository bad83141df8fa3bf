import { CompiledQuery } from 'kysely';
import type { Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, queriesOn, runOnPool } from '../../../platform/postgres/index.ts';
import {
  type BoundAuthenticator,
  type BoundBetween,
  postgresRestorableRows,
  type RestorableRows,
} from '../authenticators/index.ts';
import { failuresAtMost, type TakenAttempt, turnedOff } from '../limits/index.ts';
import type { HashParameters } from './password-hash.ts';

type Tables = {
  passwords: {
    person: PersonId;
    salt: Buffer;
    verifier: Buffer;
    memory_kib: number;
    passes: number;
    failures: number;
    set_at: Date;
  };
};

export interface StoredPassword extends HashParameters {
  readonly verifier: Buffer;
}

export interface PasswordStore extends RestorableRows {
  /** Counts an attempt and gives what to judge it by, in one statement (B4); none when there were `most` in a row. */
  takeAttempt(person: PersonId, most: number): Promise<(StoredPassword & TakenAttempt) | undefined>;
  /**
   * Starts the count anew, and keeps `anew` in its place where it was hashed again. False when it is no longer the
   * one that was judged: it was changed meanwhile.
   */
  succeeded(tx: Tx, person: PersonId, judged: StoredPassword, anew?: StoredPassword): Promise<boolean>;
  put(tx: Tx, person: PersonId, password: StoredPassword, at: Date): Promise<void>;
  remove(tx: Tx, person: PersonId): Promise<boolean>;
  /** What was bound then stays in its row and works no more. False when there is none. */
  turnOff(tx: Tx, person: PersonId, when: BoundBetween): Promise<boolean>;
  /** Those that work and were bound before. */
  boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
}

type Attempted = Pick<Tables['passwords'], 'salt' | 'verifier' | 'memory_kib' | 'passes' | 'failures'>;

// statements of every sign-in are kept as text: building them anew each time would cost more than sending them
const takeAttempt = `UPDATE passwords SET failures = failures + 1 WHERE person = $1 AND failures < $2
  RETURNING salt, verifier, memory_kib, passes, failures`;
const succeeded = `UPDATE passwords SET failures = 0, salt = $3, verifier = $4, memory_kib = $5, passes = $6
  WHERE person = $1 AND verifier = $2 AND failures < $7`;

const off = { failures: turnedOff } as const;

export function postgresPasswords(database: Database): PasswordStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  return {
    ...postgresRestorableRows('passwords'),
    async takeAttempt(person, most) {
      const values = [person, most];
      const [row] = await runOnPool<Attempted>(database, {
        name: 'password-attempt',
        text: takeAttempt,
        values,
      });
      if (!row) return undefined;
      const { memory_kib: memoryKib, ...rest } = row;
      return { ...rest, memoryKib };
    },
    async succeeded(tx, person, judged, anew) {
      const { salt, verifier, memoryKib, passes } = anew ?? judged;
      const values = [person, judged.verifier, salt, verifier, memoryKib, passes, turnedOff];
      const result = await inside(tx).executeQuery(CompiledQuery.raw(succeeded, values));
      return result.numAffectedRows === 1n;
    },
    async put(tx, person, { salt, verifier, memoryKib, passes }, at) {
      const values = { salt, verifier, memory_kib: memoryKib, passes, failures: 0, set_at: at };
      await within(tx)
        .insertInto('passwords')
        .values({ person, ...values })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(values))
        .execute();
    },
    async remove(tx, person) {
      const removed = await within(tx)
        .deleteFrom('passwords')
        .where('person', '=', person)
        .executeTakeFirst();
      return removed.numDeletedRows === 1n;
    },
    async turnOff(tx, person, { since, until }) {
      const turnedOff = await within(tx)
        .updateTable('passwords')
        .set(off)
        .where('person', '=', person)
        .where('set_at', '>=', since)
        .where('set_at', '<=', until)
        .executeTakeFirst();
      return turnedOff.numUpdatedRows > 0n;
    },
    async boundBefore(person, before) {
      const bound = await db
        .selectFrom('passwords')
        .select('set_at as boundAt')
        .where('person', '=', person)
        .where('set_at', '<', before)
        .where('failures', '<', failuresAtMost)
        .execute();
      return bound.map(({ boundAt }) => ({ about: 'password', kind: 'password', boundAt }) as const);
    },
  };
}
