import type { AuditRef, Database, PersonId, Tx } from '../../kernel/index.ts';
import { inside, queriesOn } from '../../platform/postgres/index.ts';
import type { AccountStatus } from './account.ts';
import { accountReads } from './postgres-read-account.ts';

export interface StoredPerson {
  readonly auditRef: string;
  readonly status: AccountStatus;
  readonly language: string;
  readonly createdAt: Date;
  readonly addresses: readonly {
    readonly sealed: Buffer;
    readonly primary: boolean;
    readonly verifiedAt: Date;
  }[];
  readonly removedAddresses: readonly { readonly sealed: Buffer; readonly toldUntil: Date }[];
}

export interface PersonStore {
  of(person: PersonId): Promise<StoredPerson | undefined>;
  byAuditRef(subject: AuditRef): Promise<PersonId | undefined>;
  setStatus(tx: Tx, person: PersonId, status: AccountStatus): Promise<void>;
  remove(tx: Tx, person: PersonId): Promise<void>;
}

type Tables = {
  people: { id: PersonId; audit_ref: AuditRef; status: AccountStatus; language: string; created_at: Date };
  email_addresses: { person: PersonId; address: Buffer; is_primary: boolean; verified_at: Date };
  removed_email_addresses: { person: PersonId; address: Buffer; told_until: Date };
};

export function postgresPersons(database: Database): PersonStore {
  const db = queriesOn(database).withTables<Tables>();
  const within = (tx: Tx) => inside(tx).withTables<Tables>();
  const reads = accountReads(database);
  return {
    async of(person) {
      const row = await db.selectFrom('people').selectAll().where('id', '=', person).executeTakeFirst();
      const addresses = await db
        .selectFrom('email_addresses')
        .select(['address as sealed', 'is_primary as primary', 'verified_at as verifiedAt'])
        .where('person', '=', person)
        .orderBy('is_primary', 'desc')
        .orderBy('verified_at')
        .execute();
      const removedAddresses = await db
        .selectFrom('removed_email_addresses')
        .select(['address as sealed', 'told_until as toldUntil'])
        .where('person', '=', person)
        .orderBy('told_until')
        .execute();
      return (
        row && {
          auditRef: row.audit_ref,
          status: row.status,
          language: row.language,
          createdAt: row.created_at,
          addresses,
          removedAddresses,
        }
      );
    },
    async byAuditRef(subject) {
      const row = await db
        .selectFrom('people')
        .select('id')
        .where('audit_ref', '=', subject)
        .executeTakeFirst();
      return row?.id;
    },
    async setStatus(tx, person, status) {
      reads.changes(person);
      await within(tx).updateTable('people').set({ status }).where('id', '=', person).execute();
    },
    async remove(tx, person) {
      reads.changes(person);
      await within(tx).deleteFrom('people').where('id', '=', person).execute(); // addresses go with it
    },
  };
}
