import type { Kysely } from 'kysely';
import type { CaseId, PersonId, Tx } from '../../kernel/index.ts';
import { type Database, inside } from '../../platform/postgres/index.ts';
import type { ProvenStore } from './case-store.ts';
import type { JsonColumn } from './postgres-json.ts';
import type { ProofingFacts } from './proofing-facts.ts';

type Tables = {
  proofings: { person: PersonId; case_id: CaseId; facts: JsonColumn<ProofingFacts>; verified_at: Date };
};
const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

export function postgresProven(database: Database): ProvenStore {
  const db = database.withTables<Tables>();
  return {
    async add(tx, { person, id }, { facts, verifiedAt }) {
      await within(tx)
        .insertInto('proofings')
        .values({ person, case_id: id, facts: JSON.stringify(facts), verified_at: verifiedAt })
        .execute();
    },

    async of(person) {
      return db
        .selectFrom('proofings')
        .select(['facts', 'verified_at as verifiedAt'])
        .where('person', '=', person)
        .orderBy('verified_at', 'desc')
        .execute();
    },

    async erase(tx, person) {
      await within(tx).deleteFrom('proofings').where('person', '=', person).execute();
    },
  };
}
