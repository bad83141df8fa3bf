import type { Kysely } from 'kysely';
import type { RevenueTables } from '../../database/tables.ts';
import type { CustomerFileNumber } from './taxpayer.ts';

/** People who once came in with a proven identity: Signet's name for each here, and the file that the proof led to. */
export interface KnownPeople {
  /**
   * After each sign-in with a proof: what it leads to now, or that it leads nowhere. A file is known of one person: of two
   * accounts that proved to be theirs one was a thief's, or is used no more.
   */
  note(subject: string, file: CustomerFileNumber | undefined): Promise<void>;
  fileOf(subject: string): Promise<CustomerFileNumber | undefined>;
}

export function knownPeople(db: Kysely<RevenueTables>): KnownPeople {
  return {
    async note(subject, file) {
      await db
        .deleteFrom('known_people')
        .where((row) =>
          file === undefined
            ? row('subject', '=', subject)
            : row.and([row('customer_file_number', '=', file), row('subject', '<>', subject)]),
        )
        .execute();
      if (file === undefined) return;
      await db
        .insertInto('known_people')
        .values({ subject, customer_file_number: file })
        .onConflict((conflict) => conflict.column('subject').doUpdateSet({ customer_file_number: file }))
        .execute();
    },

    async fileOf(subject) {
      const row = await db
        .selectFrom('known_people')
        .select('customer_file_number')
        .where('subject', '=', subject)
        .executeTakeFirst();
      return row?.customer_file_number;
    },
  };
}
