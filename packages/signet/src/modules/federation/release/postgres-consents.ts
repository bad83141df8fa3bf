import { sql } from 'kysely';
import type { Database } from '../../../kernel/index.ts';
import { inside, lookUp, queriesOn } from '../../../platform/postgres/index.ts';
import type { Consent, Consents } from './consents.ts';

const findConsent = `
  SELECT agency, items, refused, given_at, last_used_at FROM consents WHERE person = $1 AND agency = $2`;

type Row = {
  agency: string;
  items: string[];
  refused: string[];
  given_at: Date;
  last_used_at: Date;
};

export function consentStore(db: Database): Consents {
  return {
    async find(person, agency) {
      const [row] = await lookUp<Row>(db, findConsent, [person, agency]);
      return row && consentOf(row);
    },
    async all(person) {
      const { rows } = await sql<Row>`
        SELECT agency, items, refused, given_at, last_used_at FROM consents
        WHERE person = ${person} ORDER BY last_used_at DESC`.execute(queriesOn(db));
      return rows.map(consentOf);
    },
    async give(tx, person, agency, items, refused, at) {
      await sql`
        INSERT INTO consents (person, agency, items, refused, given_at, last_used_at)
        VALUES (${person}, ${agency}, ${[...items]}, ${[...refused]}, ${at}, ${at})
        ON CONFLICT (person, agency) DO UPDATE SET items = excluded.items, refused = excluded.refused,
          given_at = excluded.given_at, last_used_at = excluded.last_used_at`.execute(inside(tx));
    },
    async revoke(tx, person, agency) {
      await sql`DELETE FROM consents WHERE person = ${person} AND agency = ${agency}`.execute(inside(tx));
    },
    async revokeAll(tx, person) {
      await sql`DELETE FROM consents WHERE person = ${person}`.execute(inside(tx));
    },
  };
}

const consentOf = (row: Row): Consent => ({
  agency: row.agency,
  items: row.items,
  refused: row.refused,
  givenAt: row.given_at,
  lastUsedAt: row.last_used_at,
});
