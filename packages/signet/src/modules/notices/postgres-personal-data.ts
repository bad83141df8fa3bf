import type { Database, PersonalData, PersonId } from '../../kernel/index.ts';
import { inside, queriesOn } from '../../platform/postgres/index.ts';

type Tables = { disavowals: { person: PersonId; kind: string; told_at: Date; used_at: Date | null } };

/** The links that went out with notices. What was written is in nobody's table once it is delivered. */
export function noticesPersonalData(database: Database): PersonalData {
  return {
    tables: ['disavowals'],
    async about(person) {
      const links = await queriesOn(database)
        .withTables<Tables>()
        .selectFrom('disavowals')
        .select(['kind', 'told_at', 'used_at'])
        .where('person', '=', person)
        .orderBy('told_at')
        .execute();
      return {
        linksToSayThisWasNotMe: links.map(({ kind, told_at, used_at }) => ({
          about: kind,
          sentAt: told_at.toISOString(),
          usedAt: used_at?.toISOString() ?? null,
        })),
      };
    },
    async forget(tx, person) {
      const links = inside(tx).withTables<Tables>().deleteFrom('disavowals');
      await links.where('person', '=', person).execute();
    },
  };
}
