import { type Kysely, sql } from 'kysely';
import type { Day } from '../amounts-and-dates/day.ts';
import type { RevenueTables } from '../database/tables.ts';

/** Wrong questions in a day: of one person, and about one taxpayer number whoever asks. */
export const triesADay = { person: 5, number: 10 } as const;

export interface Tries {
  /** Counts one before it is answered, so that many sent together are all counted. False: that was one too many. */
  count(about: string, day: Day, most: number): Promise<boolean>;
  forgetBefore(day: Day): Promise<void>;
  /** The answer was right: it does not count. */
  takeBack(about: string, day: Day): Promise<void>;
}

export function postgresTries(db: Kysely<RevenueTables>): Tries {
  return {
    async count(about, day, most) {
      const { tries } = await db
        .insertInto('refund_tries')
        .values({ about, day, tries: 1 })
        .onConflict((conflict) =>
          conflict.columns(['about', 'day']).doUpdateSet({ tries: sql`refund_tries.tries + 1` }),
        )
        .returning('tries')
        .executeTakeFirstOrThrow();
      return tries <= most;
    },

    async forgetBefore(day) {
      await db.deleteFrom('refund_tries').where('day', '<', day).execute();
    },

    async takeBack(about, day) {
      await db
        .updateTable('refund_tries')
        .set({ tries: sql`tries - 1` })
        .where('about', '=', about)
        .where('day', '=', day)
        .execute();
    },
  };
}
