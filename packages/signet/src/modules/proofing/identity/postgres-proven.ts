import type { ColumnType, Kysely } from 'kysely';
import type { CaseId, Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, lookUp } from '../../../platform/postgres/index.ts';
import { keptFacts } from './facts-format.ts';
import type { ProvenStore } from './ports.ts';

type Tables = {
  proofings: {
    person: PersonId;
    case_id: CaseId;
    facts: ColumnType<unknown, string, string>;
    verified_at: Date;
    document_digest: Buffer;
    person_digest: Buffer;
  };
};
const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

const findProven = `
  SELECT facts, verified_at AS "verifiedAt", document_digest, person_digest
  FROM proofings WHERE person = $1 ORDER BY verified_at DESC`;

type Row = {
  facts: unknown;
  verifiedAt: Date;
  document_digest: Buffer;
  person_digest: Buffer;
};

export function postgresProven(database: Database): ProvenStore {
  return {
    async add(tx, { person, id }, { facts, verifiedAt, likeness }) {
      await within(tx)
        .insertInto('proofings')
        .values({
          person,
          case_id: id,
          facts: JSON.stringify(keptFacts.write(facts)),
          verified_at: verifiedAt,
          document_digest: likeness.document,
          person_digest: likeness.person,
        })
        .execute();
    },

    async of(person) {
      const rows = await lookUp<Row>(database, findProven, [person]);
      return rows.map(({ facts, verifiedAt, document_digest, person_digest }) => ({
        facts: keptFacts.read(facts),
        verifiedAt,
        likeness: { document: document_digest, person: person_digest },
      }));
    },

    async erase(tx, person) {
      await within(tx).deleteFrom('proofings').where('person', '=', person).execute();
    },
  };
}
