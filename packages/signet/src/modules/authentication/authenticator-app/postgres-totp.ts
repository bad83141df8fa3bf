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

type Tables = {
  totp_authenticators: {
    person: PersonId;
    secret: Buffer;
    last_step: number;
    failures: number;
    bound_at: Date;
  };
};

export interface TotpStore extends RestorableRows {
  /** Counts an attempt and gives the sealed secret, in one statement; none when there were `most` failures in a row (B4). */
  takeAttempt(
    person: PersonId,
    most: number,
  ): Promise<({ readonly secret: Buffer } & TakenAttempt) | undefined>;
  /** Accepts a time step: false when it, or a later one, was accepted before (B7). */
  accept(tx: Tx, person: PersonId, step: number): Promise<boolean>;
  put(tx: Tx, person: PersonId, secret: Buffer, step: number, at: Date): Promise<void>;
  remove(tx: Tx, person: PersonId): Promise<boolean>;
  /** What was bound then stays in its row and works no more. False when there is none. */
  turnOff(tx: Tx, person: PersonId, when: BoundBetween): Promise<boolean>;
  /** Those that work and were bound before. */
  boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
}

type Attempted = Pick<Tables['totp_authenticators'], 'secret' | 'failures'>;

// statements of every sign-in are kept as text: building them anew each time would cost more than sending them
const takeAttempt = `UPDATE totp_authenticators SET failures = failures + 1 WHERE person = $1 AND failures < $2
  RETURNING secret, failures`;
const accept =
  'UPDATE totp_authenticators SET last_step = $2, failures = 0 WHERE person = $1 AND last_step < $2 AND failures < $3';

const off = { failures: turnedOff } as const;

export function postgresTotp(database: Database): TotpStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  return {
    ...postgresRestorableRows('totp_authenticators'),
    async takeAttempt(person, most) {
      const values = [person, most];
      const [row] = await runOnPool<Attempted>(database, { name: 'totp-attempt', text: takeAttempt, values });
      return row;
    },
    async accept(tx, person, step) {
      const result = await inside(tx).executeQuery(CompiledQuery.raw(accept, [person, step, turnedOff]));
      return result.numAffectedRows === 1n;
    },
    async put(tx, person, secret, step, at) {
      const values = { secret, last_step: step, failures: 0, bound_at: at };
      await within(tx)
        .insertInto('totp_authenticators')
        .values({ person, ...values })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(values))
        .execute();
    },
    async remove(tx, person) {
      const removed = await within(tx)
        .deleteFrom('totp_authenticators')
        .where('person', '=', person)
        .executeTakeFirst();
      return removed.numDeletedRows === 1n;
    },
    async turnOff(tx, person, { since, until }) {
      const turnedOff = await within(tx)
        .updateTable('totp_authenticators')
        .set(off)
        .where('person', '=', person)
        .where('bound_at', '>=', since)
        .where('bound_at', '<=', until)
        .executeTakeFirst();
      return turnedOff.numUpdatedRows > 0n;
    },
    async boundBefore(person, before) {
      const bound = await db
        .selectFrom('totp_authenticators')
        .select('bound_at as boundAt')
        .where('person', '=', person)
        .where('bound_at', '<', before)
        .where('failures', '<', failuresAtMost)
        .execute();
      return bound.map(({ boundAt }) => ({ about: 'totp', kind: 'totp', boundAt }) as const);
    },
  };
}
