import type { Pool, PoolClient } from 'pg';
import { alder } from '../issuer.ts';
import type { Behaviour, DocumentHolder, SandboxPerson } from '../person.ts';

/** What motor vehicles has on file about one document. Dates are ISO. */
export interface LicenceRecord {
  readonly issuerId: string;
  readonly documentNumber: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly birthDate: string;
  readonly expiryDate: string;
  readonly postalCode: string | null; // null: not held
  readonly surrendered: boolean;
  readonly behaviour: Behaviour;
}

/** What social security has on file about one number. */
export interface NumberRecord {
  readonly ssn: string; // nine digits
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly birthDate: string;
  readonly deceased: boolean;
  readonly behaviour: Behaviour;
}

/** Dates are text: PostgreSQL's own type would come back as local midnights. */
export const recordTables = `
  CREATE TABLE IF NOT EXISTS licence_holders (
    issuer_id text NOT NULL,
    document_number text NOT NULL,
    family_name text NOT NULL,
    given_name text NOT NULL,
    middle_name text,
    birth_date text NOT NULL,
    expiry_date text NOT NULL,
    postal_code text,
    surrendered boolean NOT NULL,
    behaviour text NOT NULL,
    PRIMARY KEY (issuer_id, document_number)
  );
  CREATE TABLE IF NOT EXISTS social_security_numbers (
    ssn text PRIMARY KEY,
    family_name text NOT NULL,
    given_name text NOT NULL,
    middle_name text,
    birth_date text NOT NULL,
    deceased boolean NOT NULL,
    behaviour text NOT NULL
  );
`;

/** What both agencies hold about somebody whose papers are in order. */
export function orderlyRecords(
  holder: DocumentHolder & { readonly ssn: string },
): readonly [LicenceRecord, NumberRecord] {
  const person = {
    familyName: holder.familyName,
    givenName: holder.givenName,
    middleName: holder.middleName ?? null,
    birthDate: holder.birthDate,
    behaviour: 'answers',
  } as const;
  const licence = {
    ...person,
    issuerId: alder.issuerId,
    documentNumber: holder.licence.number,
    expiryDate: holder.licence.expires,
    postalCode: holder.address.postalCode,
    surrendered: false,
  };
  return [licence, { ...person, ssn: holder.ssn.replaceAll('-', ''), deceased: false }];
}

/** The records of a sandbox person, with what their story says the agencies know otherwise. */
export function recordsOf(person: SandboxPerson): readonly [LicenceRecord, NumberRecord] {
  const [licence, number] = orderlyRecords(person);
  switch (person.outcome) {
    case 'barcode-disagrees': {
      // The barcode is the untouched part of the card, so it is what both agencies know (documents/licence.ts).
      const birthDate = '1961-09-08';
      return [
        { ...licence, birthDate, documentNumber: 'H2093389' },
        { ...number, birthDate },
      ];
    }
    case 'ssn-mismatch':
      return [licence, { ...number, familyName: 'Pemberton', givenName: 'Alma', birthDate: '1951-02-27' }];
    case 'deceased':
      return [licence, { ...number, deceased: true }];
    case 'authority-times-out':
      return [{ ...licence, behaviour: 'hangs' }, number];
    default:
      return [licence, number];
  }
}

/** Adds both records, or brings them up to date. */
export async function keepRecords(
  database: Pool | PoolClient,
  [licence, number]: readonly [LicenceRecord, NumberRecord],
): Promise<void> {
  await database.query(
    `INSERT INTO licence_holders VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (issuer_id, document_number) DO UPDATE SET
       family_name = excluded.family_name, given_name = excluded.given_name,
       middle_name = excluded.middle_name, birth_date = excluded.birth_date,
       expiry_date = excluded.expiry_date, postal_code = excluded.postal_code,
       surrendered = excluded.surrendered, behaviour = excluded.behaviour`,
    [
      licence.issuerId,
      licence.documentNumber,
      licence.familyName,
      licence.givenName,
      licence.middleName,
      licence.birthDate,
      licence.expiryDate,
      licence.postalCode,
      licence.surrendered,
      licence.behaviour,
    ],
  );
  await database.query(
    `INSERT INTO social_security_numbers VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (ssn) DO UPDATE SET
       family_name = excluded.family_name, given_name = excluded.given_name,
       middle_name = excluded.middle_name, birth_date = excluded.birth_date,
       deceased = excluded.deceased, behaviour = excluded.behaviour`,
    [
      number.ssn,
      number.familyName,
      number.givenName,
      number.middleName,
      number.birthDate,
      number.deceased,
      number.behaviour,
    ],
  );
}

export async function findLicence(
  pool: Pool,
  issuerId: string,
  documentNumber: string,
): Promise<LicenceRecord | null> {
  const { rows } = await pool.query<LicenceRecord>(
    `SELECT issuer_id AS "issuerId", document_number AS "documentNumber", family_name AS "familyName",
       given_name AS "givenName", middle_name AS "middleName", birth_date AS "birthDate",
       expiry_date AS "expiryDate", postal_code AS "postalCode", surrendered, behaviour
     FROM licence_holders WHERE issuer_id = $1 AND document_number = $2`,
    [issuerId, documentNumber],
  );
  return rows[0] ?? null;
}

export async function findNumber(pool: Pool, ssn: string): Promise<NumberRecord | null> {
  const { rows } = await pool.query<NumberRecord>(
    `SELECT ssn, family_name AS "familyName", given_name AS "givenName", middle_name AS "middleName",
       birth_date AS "birthDate", deceased, behaviour
     FROM social_security_numbers WHERE ssn = $1`,
    [ssn],
  );
  return rows[0] ?? null;
}
