import type { Pool, PoolClient } from 'pg';
import { issuerOf, larch } from '../documents/issuer.ts';
import type { Behavior, DocumentHolder, SandboxPerson } from '../people/person.ts';

/** What motor vehicles has on file about one document. Dates are ISO. */
export interface LicenseRecord {
  readonly issuerId: string;
  readonly documentNumber: string;
  readonly category: 'drivers-license' | 'id-card';
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly birthDate: string;
  readonly expiryDate: string;
  readonly street: string | null; // null: not held, as the next three
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly surrendered: boolean;
  readonly behavior: Behavior;
}

/** What social security has on file about one number. */
export interface NumberRecord {
  readonly ssn: string; // nine digits
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly birthDate: string;
  readonly deceased: boolean;
  readonly behavior: Behavior;
}

/** Dates are text: PostgreSQL's own type would come back as local midnights. */
export const recordTables = `
  CREATE TABLE IF NOT EXISTS license_holders (
    issuer_id text NOT NULL,
    document_number text NOT NULL,
    family_name text NOT NULL,
    given_name text NOT NULL,
    middle_name text,
    birth_date text NOT NULL,
    expiry_date text NOT NULL,
    postal_code text,
    surrendered boolean NOT NULL,
    behavior text NOT NULL,
    PRIMARY KEY (issuer_id, document_number)
  );
  ALTER TABLE license_holders ADD COLUMN IF NOT EXISTS category text NOT NULL DEFAULT 'drivers-license';
  ALTER TABLE license_holders ADD COLUMN IF NOT EXISTS street text;
  ALTER TABLE license_holders ADD COLUMN IF NOT EXISTS city text;
  ALTER TABLE license_holders ADD COLUMN IF NOT EXISTS state text;
  CREATE TABLE IF NOT EXISTS social_security_numbers (
    ssn text PRIMARY KEY,
    family_name text NOT NULL,
    given_name text NOT NULL,
    middle_name text,
    birth_date text NOT NULL,
    deceased boolean NOT NULL,
    behavior text NOT NULL
  );
`;

/** What both agencies hold about somebody whose papers are in order. */
export function orderlyRecords(
  holder: DocumentHolder & { readonly ssn: string },
): readonly [LicenseRecord, NumberRecord] {
  const person = {
    familyName: holder.familyName,
    givenName: holder.givenName,
    middleName: holder.middleName ?? null,
    birthDate: holder.birthDate,
    behavior: 'answers',
  } as const;
  const issuer = issuerOf(holder);
  const license: LicenseRecord = {
    ...person,
    ...(issuer === larch && { givenName: holder.givenName.split(' ')[0] ?? '' }), // it keeps no more of it
    issuerId: issuer.issuerId,
    documentNumber: holder.license.number,
    category: holder.license.isIdCard ? 'id-card' : 'drivers-license',
    expiryDate: holder.license.expires,
    street: holder.address.street,
    city: holder.address.city,
    state: holder.address.state,
    postalCode: holder.address.postalCode,
    surrendered: false,
  };
  return [license, { ...person, ssn: holder.ssn.replaceAll('-', ''), deceased: false }];
}

/** The records of a sandbox person, with what their story says the agencies know otherwise; null: there is none. */
export function recordsOf(person: SandboxPerson): readonly [LicenseRecord, NumberRecord | null] {
  const [license, number] = orderlyRecords(person);
  switch (person.outcome) {
    case 'barcode-disagrees': {
      // The barcode is the untouched part of the card, so it is what both agencies know (documents/license.ts).
      const birthDate = '1961-09-08';
      return [
        { ...license, birthDate, documentNumber: 'H2093389' },
        { ...number, birthDate },
      ];
    }
    case 'ssn-mismatch':
      return [license, { ...number, familyName: 'Pemberton', givenName: 'Alma', birthDate: '1951-02-27' }];
    case 'name-just-changed':
      return [license, { ...number, familyName: 'Tamura' }];
    case 'deceased':
      return [license, { ...number, deceased: true }];
    case 'taxpayer-number':
      return [license, null]; // social security keeps no ITIN
    case 'authority-times-out':
      return [{ ...license, behavior: 'hangs' }, number];
    default:
      return [license, number];
  }
}

/** Adds both records, or brings them up to date. */
export async function keepRecords(
  database: Pool | PoolClient,
  [license, number]: readonly [LicenseRecord, NumberRecord | null],
): Promise<void> {
  await keepLicense(database, license);
  if (number !== null) await keepNumber(database, number);
}

async function keepLicense(database: Pool | PoolClient, license: LicenseRecord): Promise<void> {
  await database.query(
    `INSERT INTO license_holders VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (issuer_id, document_number) DO UPDATE SET
       family_name = excluded.family_name, given_name = excluded.given_name,
       middle_name = excluded.middle_name, birth_date = excluded.birth_date,
       expiry_date = excluded.expiry_date, postal_code = excluded.postal_code,
       surrendered = excluded.surrendered, behavior = excluded.behavior, category = excluded.category,
       street = excluded.street, city = excluded.city, state = excluded.state`,
    [
      license.issuerId,
      license.documentNumber,
      license.familyName,
      license.givenName,
      license.middleName,
      license.birthDate,
      license.expiryDate,
      license.postalCode,
      license.surrendered,
      license.behavior,
      license.category,
      license.street,
      license.city,
      license.state,
    ],
  );
}

async function keepNumber(database: Pool | PoolClient, number: NumberRecord): Promise<void> {
  await database.query(
    `INSERT INTO social_security_numbers VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (ssn) DO UPDATE SET
       family_name = excluded.family_name, given_name = excluded.given_name,
       middle_name = excluded.middle_name, birth_date = excluded.birth_date,
       deceased = excluded.deceased, behavior = excluded.behavior`,
    [
      number.ssn,
      number.familyName,
      number.givenName,
      number.middleName,
      number.birthDate,
      number.deceased,
      number.behavior,
    ],
  );
}

export async function findLicense(
  pool: Pool,
  issuerId: string,
  documentNumber: string,
): Promise<LicenseRecord | null> {
  const { rows } = await pool.query<LicenseRecord>(
    `SELECT issuer_id AS "issuerId", document_number AS "documentNumber", family_name AS "familyName",
       given_name AS "givenName", middle_name AS "middleName", birth_date AS "birthDate",
       expiry_date AS "expiryDate", postal_code AS "postalCode", surrendered, behavior, category, street, city, state
     FROM license_holders WHERE issuer_id = $1 AND document_number = $2`,
    [issuerId, documentNumber],
  );
  return rows[0] ?? null;
}

export async function findNumber(pool: Pool, ssn: string): Promise<NumberRecord | null> {
  const { rows } = await pool.query<NumberRecord>(
    `SELECT ssn, family_name AS "familyName", given_name AS "givenName", middle_name AS "middleName",
       birth_date AS "birthDate", deceased, behavior
     FROM social_security_numbers WHERE ssn = $1`,
    [ssn],
  );
  return rows[0] ?? null;
}
