import type { Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import { failuresAtMost } from '../limits/index.ts';
import type { BoundAuthenticator } from './undoing.ts';

type Tables = {
  passwords: { person: PersonId; failures: number; set_at: Date };
  totp_authenticators: { person: PersonId; failures: number; bound_at: Date };
  phones: { person: PersonId; id: string; failures: number; bound_at: Date };
  recovery_code_sets: { person: PersonId; failures: number; issued_at: Date };
  recovery_codes: { person: PersonId; lookup: Buffer };
  passkeys: { person: PersonId; credential_id: Buffer; bound_at: Date };
};

/** From when to when something was bound; both count. */
export interface Bound {
  readonly since: Date;
  readonly until: Date;
}

/** What was bound then is turned off; each says whether there was such a thing. */
export interface UndoingStore {
  passwordOff(tx: Tx, person: PersonId, when: Bound): Promise<boolean>;
  totpOff(tx: Tx, person: PersonId, when: Bound): Promise<boolean>;
  /** `only` one of them, or all. */
  phonesOff(tx: Tx, person: PersonId, when: Bound, only?: string): Promise<void>;
  /** The lookups of the codes that no longer work. */
  recoveryCodesOff(tx: Tx, person: PersonId, when: Bound): Promise<readonly Buffer[]>;
  /** Passkeys have no off: they go. `only` one of them, or all. */
  passkeysGone(tx: Tx, person: PersonId, when: Bound, only?: Buffer): Promise<readonly Buffer[]>;
  boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
}

const off = { failures: failuresAtMost } as const;

export function postgresUndoing(database: Database): UndoingStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  return {
    async passwordOff(tx, person, when) {
      const query = within(tx).updateTable('passwords').set(off).where('person', '=', person);
      const { numUpdatedRows } = await query
        .where('set_at', '>=', when.since)
        .where('set_at', '<=', when.until)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async totpOff(tx, person, when) {
      const query = within(tx).updateTable('totp_authenticators').set(off).where('person', '=', person);
      const { numUpdatedRows } = await query
        .where('bound_at', '>=', when.since)
        .where('bound_at', '<=', when.until)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async phonesOff(tx, person, when, only) {
      await within(tx)
        .updateTable('phones')
        .set(off)
        .where('person', '=', person)
        .where('bound_at', '>=', when.since)
        .where('bound_at', '<=', when.until)
        .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
        .execute();
    },
    async recoveryCodesOff(tx, person, when) {
      const query = within(tx).updateTable('recovery_code_sets').set(off).where('person', '=', person);
      const { numUpdatedRows } = await query
        .where('issued_at', '>=', when.since)
        .where('issued_at', '<=', when.until)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return [];
      const codes = within(tx).selectFrom('recovery_codes').select('lookup').where('person', '=', person);
      return (await codes.execute()).map(({ lookup }) => lookup);
    },
    async passkeysGone(tx, person, when, only) {
      const gone = await within(tx)
        .deleteFrom('passkeys')
        .where('person', '=', person)
        .where('bound_at', '>=', when.since)
        .where('bound_at', '<=', when.until)
        .$if(only !== undefined, (query) => query.where('credential_id', '=', only ?? Buffer.alloc(0)))
        .returning('credential_id')
        .execute();
      return gone.map((row) => row.credential_id);
    },
    async boundBefore(person, before) {
      const passwords = await db
        .selectFrom('passwords')
        .select('set_at as boundAt')
        .where('person', '=', person)
        .where('set_at', '<', before)
        .where('failures', '<', failuresAtMost)
        .execute();
      const apps = await db
        .selectFrom('totp_authenticators')
        .select('bound_at as boundAt')
        .where('person', '=', person)
        .where('bound_at', '<', before)
        .where('failures', '<', failuresAtMost)
        .execute();
      const passkeys = await db
        .selectFrom('passkeys')
        .select(['credential_id', 'bound_at as boundAt'])
        .where('person', '=', person)
        .where('bound_at', '<', before)
        .orderBy('bound_at')
        .execute();
      const phones = await db
        .selectFrom('phones')
        .select(['id', 'bound_at as boundAt'])
        .where('person', '=', person)
        .where('bound_at', '<', before)
        .where('failures', '<', failuresAtMost)
        .orderBy('bound_at')
        .execute();
      return [
        ...passwords.map((one) => ({ ...one, about: 'password', kind: 'password' }) as const),
        ...apps.map((one) => ({ ...one, about: 'totp', kind: 'totp' }) as const),
        ...passkeys.map(({ credential_id, boundAt }) => {
          const about = `passkey:${credential_id.toString('base64url')}`;
          return { about, kind: 'passkey', boundAt } as const;
        }),
        ...phones.map(({ id, boundAt }) => ({ about: `phone:${id}`, kind: 'phone', boundAt }) as const),
      ];
    },
  };
}
