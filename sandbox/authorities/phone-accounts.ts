import type { Pool, PoolClient } from 'pg';
import type { Behavior, PersonName } from '../people/person.ts';

/** What a carrier has on file about one number. */
export interface PhoneAccount {
  readonly phoneNumber: string; // E.164
  readonly holder: PersonName | null; // null: prepaid, sold without a name
  readonly active: boolean;
  readonly lineType: 'mobile' | 'landline' | 'voip';
  readonly since: string; // YYYY-MM
  /** The SIM was changed so many days before today, whenever today is; null: not since the account was opened. */
  readonly simChangedDaysAgo: number | null;
  /** The number came from another carrier so many days before today; null: it never did. */
  readonly portedDaysAgo: number | null;
  readonly behavior: Behavior;
}

export const phoneAccountTable = `
  CREATE TABLE IF NOT EXISTS phone_accounts (
    phone_number text PRIMARY KEY,
    family_name text,
    given_name text,
    middle_name text,
    active boolean NOT NULL,
    line_type text NOT NULL,
    since text NOT NULL,
    sim_changed_days_ago integer,
    behavior text NOT NULL
  );
  ALTER TABLE phone_accounts ADD COLUMN IF NOT EXISTS ported_days_ago integer;
`;

/** The account of somebody who has had their own mobile phone for years. */
export function orderlyPhoneAccount(holder: PersonName & { readonly phone: string }): PhoneAccount {
  const { phone, givenName, middleName, familyName } = holder;
  return {
    phoneNumber: phone,
    holder: { givenName, familyName, ...(middleName !== undefined && { middleName }) },
    active: true,
    lineType: 'mobile',
    since: '2019-04',
    simChangedDaysAgo: null,
    portedDaysAgo: null,
    behavior: 'answers',
  };
}

/** Adds the account, or brings it up to date. */
export async function keepPhoneAccount(database: Pool | PoolClient, account: PhoneAccount): Promise<void> {
  await database.query(
    `INSERT INTO phone_accounts VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (phone_number) DO UPDATE SET
       family_name = excluded.family_name, given_name = excluded.given_name,
       middle_name = excluded.middle_name, active = excluded.active, line_type = excluded.line_type,
       since = excluded.since, sim_changed_days_ago = excluded.sim_changed_days_ago,
       behavior = excluded.behavior, ported_days_ago = excluded.ported_days_ago`,
    [
      account.phoneNumber,
      account.holder?.familyName ?? null,
      account.holder?.givenName ?? null,
      account.holder?.middleName ?? null,
      account.active,
      account.lineType,
      account.since,
      account.simChangedDaysAgo,
      account.behavior,
      account.portedDaysAgo,
    ],
  );
}

type Row = Omit<PhoneAccount, 'holder'> & {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly middleName: string | null;
};

export async function findPhoneAccount(pool: Pool, phoneNumber: string): Promise<PhoneAccount | null> {
  const { rows } = await pool.query<Row>(
    `SELECT phone_number AS "phoneNumber", family_name AS "familyName", given_name AS "givenName",
       middle_name AS "middleName", active, line_type AS "lineType", since,
       sim_changed_days_ago AS "simChangedDaysAgo", ported_days_ago AS "portedDaysAgo", behavior
     FROM phone_accounts WHERE phone_number = $1`,
    [phoneNumber],
  );
  const row = rows[0];
  if (!row) return null;
  const { familyName, givenName, middleName, ...rest } = row;
  const named = familyName !== null && givenName !== null;
  return { ...rest, holder: named ? { familyName, givenName, ...(middleName && { middleName }) } : null };
}
