import { CompiledQuery } from 'kysely';
import type { Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, lookUp, queriesOn } from '../../../platform/postgres/index.ts';
import {
  type BoundAuthenticator,
  type BoundBetween,
  postgresRestorableRows,
  type RestorableRows,
} from '../authenticators/index.ts';

type Tables = {
  passkey_users: { person: PersonId; user_handle: Buffer };
  passkeys: {
    credential_id: Buffer;
    person: PersonId;
    public_key: Buffer;
    counter: number;
    transports: string[];
    aaguid: string;
    user_verified: boolean;
    backup_eligible: boolean;
    backed_up: boolean;
    opens_vault: boolean;
    sealed_name: Buffer | null;
    bound_at: Date;
    last_used_at: Date | null;
  };
};

export interface StoredPasskey {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly aaguid: string;
  /** At registration or at any use since (B10): then it alone was two factors, and the account is a finished one. */
  readonly userVerified: boolean;
  /** As they came at registration. */
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
  readonly opensVault: boolean;
}

export interface PasskeyUse {
  readonly counter: number;
  readonly userVerified: boolean;
  readonly backedUp: boolean;
  readonly opensVault: boolean;
  readonly at: Date;
}

export interface PasskeyStore extends RestorableRows {
  userHandle(person: PersonId): Promise<Buffer | undefined>;
  idsOf(person: PersonId): Promise<readonly Pick<StoredPasskey, 'credentialId' | 'transports'>[]>;
  find(
    credentialId: Buffer,
  ): Promise<(StoredPasskey & { readonly person: PersonId; readonly userHandle: Buffer }) | undefined>;
  /**
   * `registered-already`: this credential, here or with another person. `too-many`: there are `most`, counted while no other
   * request can add one.
   */
  add(
    tx: Tx,
    person: PersonId,
    userHandle: Buffer,
    passkey: StoredPasskey & { readonly name?: Buffer | undefined },
    when: { readonly at: Date; readonly most: number },
  ): Promise<'added' | 'registered-already' | 'too-many'>;
  /** False when the counter did not move on: another use with the same or a higher count came in between. */
  used(tx: Tx, credentialId: Buffer, use: PasskeyUse): Promise<boolean>;
  /** The sealed names of those of a person's passkeys that have one. */
  namesOf(
    person: PersonId,
  ): Promise<readonly { readonly credentialId: Buffer; readonly sealedName: Buffer }[]>;
  rename(tx: Tx, person: PersonId, credentialId: Buffer, sealedName: Buffer | null): Promise<boolean>;
  remove(tx: Tx, person: PersonId, credentialId: Buffer): Promise<boolean>;
  /** The person's vault was made anew: none of their passkeys opens it. */
  openNoVault(tx: Tx, person: PersonId): Promise<void>;
  /** Those that were bound then go, `only` one of them or all; gives their credential ids. */
  removeBound(tx: Tx, person: PersonId, when: BoundBetween, only?: Buffer): Promise<readonly Buffer[]>;
  boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
}

type Row = Omit<Tables['passkeys'], 'bound_at' | 'last_used_at' | 'sealed_name'>;
type Found = Row & { user_handle: Buffer };

const find = `
  SELECT credential_id, person, public_key, counter, transports, aaguid, user_verified, backup_eligible, backed_up,
    opens_vault, user_handle
  FROM passkeys JOIN passkey_users USING (person) WHERE credential_id = $1`;

const findIds = 'SELECT credential_id, transports FROM passkeys WHERE person = $1';

/** WebAuthn section 7.2: of two uses with the same count, one is refused; authenticators without a counter say 0. */
const use = `
  UPDATE passkeys SET counter = $2, backed_up = $3, opens_vault = $4, last_used_at = $5,
    user_verified = user_verified OR $6
  WHERE credential_id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))`;

const within = (tx: Tx) => inside(tx).withTables<Tables>();

export function postgresPasskeys(database: Database): PasskeyStore {
  const db = queriesOn(database).withTables<Tables>();
  return {
    ...postgresRestorableRows('passkeys'),
    async userHandle(person) {
      const row = await db
        .selectFrom('passkey_users')
        .select('user_handle')
        .where('person', '=', person)
        .executeTakeFirst();
      return row?.user_handle;
    },
    async openNoVault(tx, person) {
      await within(tx)
        .updateTable('passkeys')
        .set({ opens_vault: false })
        .where('person', '=', person)
        .execute();
    },
    async idsOf(person) {
      const rows = await lookUp<Pick<Row, 'credential_id' | 'transports'>>(database, findIds, [person]);
      return rows.map((row) => ({ credentialId: row.credential_id, transports: row.transports }));
    },
    async find(credentialId) {
      const [row] = await lookUp<Found>(database, find, [credentialId]);
      return row && { ...passkeyOf(row), person: row.person, userHandle: row.user_handle };
    },
    async add(tx, person, userHandle, passkey, { at, most }) {
      await within(tx)
        .insertInto('passkey_users')
        .values({ person, user_handle: userHandle })
        .onConflict((conflict) => conflict.column('person').doNothing())
        .execute();
      if ((await countHeld(tx, person)) >= most) return 'too-many';
      const added = await within(tx)
        .insertInto('passkeys')
        .values({
          credential_id: passkey.credentialId,
          person,
          public_key: passkey.publicKey,
          counter: passkey.counter,
          transports: [...passkey.transports],
          aaguid: passkey.aaguid,
          user_verified: passkey.userVerified,
          backup_eligible: passkey.backupEligible,
          backed_up: passkey.backedUp,
          opens_vault: passkey.opensVault,
          sealed_name: passkey.name ?? null,
          bound_at: at,
          last_used_at: at,
        })
        .onConflict((conflict) => conflict.column('credential_id').doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n ? 'added' : 'registered-already';
    },
    async namesOf(person) {
      const rows = await db
        .selectFrom('passkeys')
        .select(['credential_id', 'sealed_name'])
        .where('person', '=', person)
        .execute();
      return rows.flatMap(({ credential_id: credentialId, sealed_name: sealedName }) =>
        sealedName ? [{ credentialId, sealedName }] : [],
      );
    },
    async rename(tx, person, credentialId, sealedName) {
      const renamed = await within(tx)
        .updateTable('passkeys')
        .set({ sealed_name: sealedName })
        .where('credential_id', '=', credentialId)
        .where('person', '=', person)
        .executeTakeFirst();
      return renamed.numUpdatedRows === 1n;
    },
    async remove(tx, person, credentialId) {
      const removed = await within(tx)
        .deleteFrom('passkeys')
        .where('credential_id', '=', credentialId)
        .where('person', '=', person)
        .executeTakeFirst();
      return removed.numDeletedRows === 1n;
    },
    async used(tx, credentialId, used) {
      const query = CompiledQuery.raw(use, [
        credentialId,
        used.counter,
        used.backedUp,
        used.opensVault,
        used.at,
        used.userVerified,
      ]);
      const result = await inside(tx).executeQuery(query);
      return result.numAffectedRows === 1n;
    },
    async removeBound(tx, person, { since, until }, only) {
      const removed = await within(tx)
        .deleteFrom('passkeys')
        .where('person', '=', person)
        .where('bound_at', '>=', since)
        .where('bound_at', '<=', until)
        .$if(only !== undefined, (query) => query.where('credential_id', '=', only ?? Buffer.alloc(0)))
        .returning('credential_id')
        .execute();
      return removed.map((row) => row.credential_id);
    },
    async boundBefore(person, before) {
      const bound = await db
        .selectFrom('passkeys')
        .select(['credential_id as id', 'bound_at as boundAt'])
        .where('person', '=', person)
        .where('bound_at', '<', before)
        .orderBy('bound_at')
        .execute();
      return bound.map(({ id, boundAt }) => {
        return { about: `passkey:${id.toString('base64url')}`, kind: 'passkey', boundAt } as const;
      });
    },
  };
}

/** The person's passkeys, while no other transaction that counts them adds one. */
async function countHeld(tx: Tx, person: PersonId): Promise<number> {
  const tables = within(tx);
  await tables
    .selectFrom('passkey_users')
    .select('person')
    .where('person', '=', person)
    .forUpdate()
    .execute();
  const { held } = await tables
    .selectFrom('passkeys')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  return held;
}

const passkeyOf = (row: Row): StoredPasskey => ({
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports,
  aaguid: row.aaguid,
  userVerified: row.user_verified,
  backupEligible: row.backup_eligible,
  backedUp: row.backed_up,
  opensVault: row.opens_vault,
});
