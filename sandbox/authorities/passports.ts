import type { Pool, PoolClient } from 'pg';
import { utopia } from '../documents/mrz.ts';
import type { Behavior, SandboxPerson } from '../people/person.ts';

/** What the passport office has on file about one passport. Dates are ISO. */
export interface PassportRecord {
  readonly issuerId: string; // ICAO's letters for the state
  readonly documentNumber: string;
  readonly familyName: string;
  readonly givenName: string; // empty: the holder has one name only
  readonly middleName: string | null;
  readonly birthDate: string;
  readonly expiryDate: string;
  readonly state: 'issued' | 'revoked' | 'lost-or-stolen';
  readonly behavior: Behavior;
}

export const passportTable = `
  CREATE TABLE IF NOT EXISTS passports (
    issuer_id text NOT NULL,
    document_number text NOT NULL,
    family_name text NOT NULL,
    given_name text NOT NULL,
    middle_name text,
    birth_date text NOT NULL,
    expiry_date text NOT NULL,
    state text NOT NULL,
    behavior text NOT NULL,
    PRIMARY KEY (issuer_id, document_number)
  );
`;

/** The record of a sandbox person's passport; null: they have none, or another state issued it. */
export function passportOf(person: SandboxPerson): PassportRecord | null {
  const { passport, familyName, givenName, middleName = null, birthDate } = person;
  if (!passport || passport.issuer !== utopia.code) return null;
  return {
    issuerId: passport.issuer,
    documentNumber: passport.number,
    familyName,
    givenName,
    middleName,
    birthDate,
    expiryDate: passport.expires,
    state: 'issued',
    behavior: 'answers',
  };
}

/** Adds a record, or brings it up to date. */
export async function keepPassport(
  database: Pool | PoolClient,
  passport: PassportRecord | null,
): Promise<void> {
  if (!passport) return;
  await database.query(
    `INSERT INTO passports VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (issuer_id, document_number) DO UPDATE SET
       family_name = excluded.family_name, given_name = excluded.given_name,
       middle_name = excluded.middle_name, birth_date = excluded.birth_date,
       expiry_date = excluded.expiry_date, state = excluded.state, behavior = excluded.behavior`,
    [
      passport.issuerId,
      passport.documentNumber,
      passport.familyName,
      passport.givenName,
      passport.middleName,
      passport.birthDate,
      passport.expiryDate,
      passport.state,
      passport.behavior,
    ],
  );
}

export async function findPassport(
  pool: Pool,
  issuerId: string,
  documentNumber: string,
): Promise<PassportRecord | null> {
  const { rows } = await pool.query<PassportRecord>(
    `SELECT issuer_id AS "issuerId", document_number AS "documentNumber", family_name AS "familyName",
       given_name AS "givenName", middle_name AS "middleName", birth_date AS "birthDate",
       expiry_date AS "expiryDate", state, behavior
     FROM passports WHERE issuer_id = $1 AND document_number = $2`,
    [issuerId, documentNumber],
  );
  return rows[0] ?? null;
}
