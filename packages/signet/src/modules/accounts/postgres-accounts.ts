import type { AuditRef, Database, Language, PersonId, Tx } from '../../kernel/index.ts';
import { inside, lookUp, queriesOn } from '../../platform/postgres/index.ts';
import type { Account } from './account.ts';
import { type AccountRow, accountColumns, accountOf } from './account-row.ts';
import { type AccountWithPrimary, accountReads } from './postgres-read-account.ts';

type Tables = {
  people: AccountRow;
  email_addresses: {
    lookup: Buffer;
    person: PersonId;
    address: Buffer;
    is_primary: boolean;
    verified_at: Date;
  };
};

export interface StoredAddress {
  readonly lookup: Buffer;
  readonly sealed: Buffer;
  readonly primary: boolean;
}

export interface AccountStore {
  byLookup(lookup: Buffer): Promise<Account | undefined>;
  byId(person: PersonId): Promise<Account | undefined>;
  byAuditRef(auditRef: AuditRef): Promise<Account | undefined>;
  /** False when the address belongs to somebody by now. */
  add(tx: Tx, account: Account, address: StoredAddress): Promise<boolean>;
  suspend(tx: Tx, person: PersonId): Promise<boolean>;
  liftSuspension(tx: Tx, person: PersonId): Promise<boolean>;
  holdActive(tx: Tx, person: PersonId): Promise<boolean>;
  suspended(): Promise<readonly AuditRef[]>;
  setLanguage(tx: Tx, person: PersonId, language: Language): Promise<void>;
  withPrimary(person: PersonId): Promise<AccountWithPrimary | undefined>;
}

const findByLookup = `SELECT ${accountColumns.join(', ')}
  FROM email_addresses JOIN people ON id = person WHERE lookup = $1`;

export function postgresAccounts(database: Database): AccountStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  const reads = accountReads(database);
  return {
    async byLookup(lookup) {
      const [row] = await lookUp<AccountRow & Record<string, unknown>>(database, findByLookup, [lookup]);
      return row && accountOf(row);
    },
    async byId(person) {
      return (await reads.of(person))?.account;
    },
    async byAuditRef(auditRef) {
      const query = db.selectFrom('people').selectAll().where('audit_ref', '=', auditRef);
      const row = await query.executeTakeFirst();
      return row && accountOf(row);
    },
    async add(tx, account, address) {
      reads.changes(account.person);
      await within(tx)
        .insertInto('people')
        .values({
          id: account.person,
          audit_ref: account.auditRef,
          status: account.status,
          language: account.language,
          created_at: account.createdAt,
        })
        .execute();
      const added = await within(tx)
        .insertInto('email_addresses')
        .values({
          lookup: address.lookup,
          person: account.person,
          address: address.sealed,
          is_primary: address.primary,
          verified_at: account.createdAt,
        })
        .onConflict((conflict) => conflict.column('lookup').doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
    async suspend(tx, person) {
      reads.changes(person);
      const query = within(tx).updateTable('people').set({ status: 'suspended' });
      const done = await query.where('id', '=', person).where('status', '=', 'active').executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    async liftSuspension(tx, person) {
      reads.changes(person);
      const query = within(tx).updateTable('people').set({ status: 'active' });
      const lifted = query.where('id', '=', person).where('status', '=', 'suspended');
      return (await lifted.executeTakeFirst()).numUpdatedRows === 1n;
    },
    async holdActive(tx, person) {
      const query = within(tx).selectFrom('people').select('id').where('id', '=', person);
      const held = await query.where('status', '=', 'active').forShare().executeTakeFirst();
      return held !== undefined;
    },
    async suspended() {
      const query = db.selectFrom('people').select('audit_ref').where('status', '=', 'suspended');
      return (await query.execute()).map((row) => row.audit_ref);
    },
    async setLanguage(tx, person, language) {
      reads.changes(person);
      await within(tx).updateTable('people').set({ language }).where('id', '=', person).execute();
    },
    withPrimary: (person) => reads.of(person),
  };
}
