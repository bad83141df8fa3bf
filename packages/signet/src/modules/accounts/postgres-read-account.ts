import { type Database, type OnceARequest, onceARequest, type PersonId } from '../../kernel/index.ts';
import { lookUp } from '../../platform/postgres/index.ts';
import type { Account } from './account.ts';
import { type AccountRow, accountColumns, accountOf } from './account-row.ts';

export interface AccountWithPrimary {
  readonly account: Account;
  /** The sealed primary address. */
  readonly sealed: Buffer | undefined;
}

type AccountReads = OnceARequest<PersonId, AccountWithPrimary | undefined>;

const find = `SELECT ${accountColumns.join(', ')}, address
  FROM people LEFT JOIN email_addresses ON person = id AND is_primary WHERE id = $1`;

const reads = new WeakMap<Database, AccountReads>();

/**
 * A sign-in asks who somebody is and, when it answers an agency, by which address: once a request for both. All that
 * changes either says so (`changes`), and the same request asks anew.
 */
export function accountReads(database: Database): AccountReads {
  const known = reads.get(database);
  if (known) return known;
  const made: AccountReads = onceARequest(async (person) => {
    const [row] = await lookUp<AccountRow & { address: Buffer | null }>(database, find, [person]);
    return row && { account: accountOf(row), sealed: row.address ?? undefined };
  });
  reads.set(database, made);
  return made;
}
