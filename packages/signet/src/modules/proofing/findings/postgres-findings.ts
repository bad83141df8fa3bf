import type { ColumnType, Kysely } from 'kysely';
import type { CaseId, Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import { keptFindings } from './finding-format.ts';
import type { CheckName, KeptFinding } from './findings.ts';
import type { FindingStore } from './ports.ts';

type Tables = {
  proofing_findings: {
    person: PersonId;
    case_id: CaseId;
    check_name: CheckName;
    inputs: string;
    finding: ColumnType<unknown, string, string>;
    found_at: Date;
  };
  proofing_submissions: { person: PersonId; case_id: CaseId; submitted_at: Date };
};
const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

const read = ({ inputs, finding, at }: { inputs: string; finding: unknown; at: Date }): KeptFinding => ({
  inputs,
  at,
  finding: keptFindings.read(finding),
});

export function postgresFindings(database: Database): FindingStore {
  const db = queriesOn(database).withTables<Tables>();
  const findingsOf = (person: PersonId) =>
    db
      .selectFrom('proofing_findings')
      .select(['inputs', 'finding', 'found_at as at'])
      .where('person', '=', person)
      .orderBy('found_at');
  return {
    async add(tx, { person, id }, { inputs, at, finding }) {
      await within(tx)
        .insertInto('proofing_findings')
        .values({
          person,
          case_id: id,
          check_name: finding.check,
          inputs,
          finding: JSON.stringify(keptFindings.write(finding)),
          found_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async ofCase({ person, id }): Promise<readonly KeptFinding[]> {
      return (await findingsOf(person).where('case_id', '=', id).execute()).map(read);
    },

    async since(person, since): Promise<readonly KeptFinding[]> {
      return (await findingsOf(person).where('found_at', '>', since).execute()).map(read);
    },

    async addSubmission(tx, { person, id }, at) {
      await within(tx)
        .insertInto('proofing_submissions')
        .values({ person, case_id: id, submitted_at: at })
        .execute();
    },

    async submissionsSince(person, since) {
      const rows = await db
        .selectFrom('proofing_submissions')
        .select('submitted_at')
        .where('person', '=', person)
        .where('submitted_at', '>', since)
        .orderBy('submitted_at')
        .execute();
      return rows.map((row) => row.submitted_at);
    },

    async erase(tx, person) {
      await within(tx).deleteFrom('proofing_findings').where('person', '=', person).execute();
      await within(tx).deleteFrom('proofing_submissions').where('person', '=', person).execute();
    },
  };
}
