import type { Database, PersonalData, PersonId } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';

type Tables = {
  recoveries: {
    person: PersonId;
    state: string;
    method: string | null;
    started_at: Date;
    recovered_at: Date | null;
  };
  recovery_blocks: { person: PersonId; blocked_until: Date };
  recovery_cases: {
    person: PersonId | null;
    reference: string;
    state: string;
    opened_at: Date;
    settled_at: Date | null;
  };
};

/** When somebody got, or tried to get, back in. */
export function recoveryPersonalData(database: Database): PersonalData {
  const db = queriesOn(database).withTables<Tables>();
  return {
    tables: ['recoveries', 'recovery_blocks', 'recovery_cases'],
    async about(person) {
      const recoveries = await db
        .selectFrom('recoveries')
        .select(['state', 'method', 'started_at', 'recovered_at'])
        .where('person', '=', person)
        .orderBy('started_at')
        .execute();
      const cases = await db
        .selectFrom('recovery_cases')
        .select(['reference', 'state', 'opened_at', 'settled_at'])
        .where('person', '=', person)
        .orderBy('opened_at')
        .execute();
      return {
        recoveryCases: cases.map(({ reference, state, opened_at, settled_at }) => ({
          reference,
          state,
          openedAt: opened_at.toISOString(),
          settledAt: settled_at?.toISOString() ?? null,
        })),
        recoveries: recoveries.map(({ state, method, started_at, recovered_at }) => ({
          state,
          method,
          startedAt: started_at.toISOString(),
          recoveredAt: recovered_at?.toISOString() ?? null,
        })),
      };
    },
    async forget(tx, person) {
      const within = inside(tx).withTables<Tables>();
      await within.deleteFrom('recoveries').where('person', '=', person).execute();
      await within.deleteFrom('recovery_cases').where('person', '=', person).execute();
      await within.deleteFrom('recovery_blocks').where('person', '=', person).execute();
    },
  };
}
