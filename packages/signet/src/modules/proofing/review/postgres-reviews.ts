import { type ColumnType, type Kysely, sql } from 'kysely';
import type { CaseId, Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import { reasonsSchema } from '../flow/index.ts';
import type { ReviewStore, StoredReview } from './ports.ts';

type Tables = {
  review_cases: {
    reference: string;
    person: PersonId;
    case_id: CaseId;
    reasons: ColumnType<unknown, string, string>;
    status: StoredReview['status'];
    agent: string | null;
    opened_at: Date;
    settled_at: Date | null;
  };
  proofing_cases: { person: PersonId; id: CaseId; account: PersonId | null };
};
const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

const withReasons = (row: Omit<StoredReview, 'reasons'> & { readonly reasons: unknown }): StoredReview => ({
  ...row,
  reasons: reasonsSchema.parse(row.reasons),
});

export function postgresReviews(database: Database): ReviewStore {
  const db = queriesOn(database).withTables<Tables>();
  const reviews = () =>
    db
      .selectFrom('review_cases')
      .innerJoin('proofing_cases', (on) =>
        on
          .onRef('proofing_cases.person', '=', 'review_cases.person')
          .onRef('proofing_cases.id', '=', 'review_cases.case_id'),
      )
      .select([
        'reference',
        'review_cases.person',
        'case_id as caseId',
        'reasons',
        'status',
        'opened_at as openedAt',
        sql<boolean>`proofing_cases.account IS NOT NULL`.as('recovers'),
      ]);
  return {
    async open(tx, { reference, person, caseId, reasons, openedAt }) {
      await within(tx)
        .insertInto('review_cases')
        .values({
          reference,
          person,
          case_id: caseId,
          reasons: JSON.stringify(reasons),
          status: 'open',
          agent: null,
          opened_at: openedAt,
          settled_at: null,
        })
        .execute();
    },

    async find(reference) {
      const row = await reviews().where('reference', '=', reference).executeTakeFirst();
      return row && withReasons(row);
    },

    async allOpen() {
      return (await reviews().where('status', '=', 'open').orderBy('opened_at').execute()).map(withReasons);
    },

    async settle(tx, reference, { status, agent, at }) {
      const result = await within(tx)
        .updateTable('review_cases')
        .set({ status, agent, settled_at: at })
        .where('reference', '=', reference)
        .where('status', '=', 'open')
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },

    async close(tx, { person, id }, at) {
      await within(tx)
        .updateTable('review_cases')
        .set({ status: 'closed', settled_at: at })
        .where('person', '=', person)
        .where('case_id', '=', id)
        .where('status', '=', 'open')
        .execute();
    },

    async erase(tx, person) {
      await within(tx).deleteFrom('review_cases').where('person', '=', person).execute();
    },
  };
}
