import type { Kysely } from 'kysely';
import type { CaseId, PersonId, Tx } from '../../kernel/index.ts';
import { type Database, inside, lookUp } from '../../platform/postgres/index.ts';
import type { ProvenStore } from './case-store.ts';
import type { JsonColumn } from './postgres-json.ts';
import type { ProofingFacts } from './proofing-facts.ts';

type Tables = {
  proofings: { person: PersonId; case_id: CaseId; facts: JsonColumn<ProofingFacts>; verified_at: Date };
};
const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

const findProven = `
  SELECT facts, verified_at AS "verifiedAt" FROM proofings WHERE person = $1 ORDER BY verified_at DESC`;

export function postgresProven(database: Database): ProvenStore {
  return {
    async add(tx, { person, id }, { facts, verifiedAt }) {
      await within(tx)
        .insertInto('proofings')
        .values({ person, case_id: id, facts: JSON.stringify(facts), verified_at: verifiedAt })
        .execute();
    },

    async of(person) {
      return lookUp<{ facts: ProofingFacts; verifiedAt: Date }>(database, findProven, [person]);
    },

    async erase(tx, person) {
      await within(tx).deleteFrom('proofings').where('person', '=', person).execute();
    },
  };
}
