import { sql } from 'kysely';
import type { Database, PersonId, Tx } from '../../../kernel/index.ts';
import { deleteExpired, inside, queriesOn } from '../../../platform/postgres/index.ts';

type Tables = {
  email_confirmations: {
    id: string;
    token_lookup: Buffer;
    code_hash: Buffer;
    sealed: Buffer;
    person: PersonId | null;
    failures: number;
    expires_at: Date;
  };
};

export interface StoredConfirmation {
  readonly tokenLookup: Buffer;
  readonly codeHash: Buffer;
  /** The address and its language, under the link's token. */
  readonly sealed: Buffer;
  /** The person whose unfinished account the address belongs to; null for a new one. */
  readonly person: PersonId | null;
  readonly expiresAt: Date;
}

export interface ConfirmationStore {
  /**
   * A new code for the same id takes the place of the old one; wrong codes so far still count (B4), until there are
   * `most`: then it begins anew, as starting over would. How often is limited by the mails that may be sent.
   */
  put(tx: Tx, id: string, confirmation: StoredConfirmation, most: number): Promise<void>;
  /** Counts a try before it is judged; undefined when it expired, was used up, or took `most` tries. */
  takeTry(
    id: string,
    most: number,
    now: Date,
  ): Promise<
    { readonly codeHash: Buffer; readonly failures: number; readonly person: PersonId | null } | undefined
  >;
  /** Uses it up by the link: of two requests at once only one gets it. */
  takeByToken(lookup: Buffer, now: Date): Promise<Pick<StoredConfirmation, 'sealed' | 'person'> | undefined>;
  /** Uses it up by the code. False when another request did. */
  remove(id: string, tx?: Tx): Promise<boolean>;
  removeExpired(now: Date): Promise<void>;
}

export function postgresConfirmations(database: Database): ConfirmationStore {
  const db = queriesOn(database).withTables<Tables>();
  return {
    async put(tx, id, { tokenLookup, codeHash, sealed, person, expiresAt }, most) {
      const values = {
        token_lookup: tokenLookup,
        code_hash: codeHash,
        sealed,
        person,
        expires_at: expiresAt,
      };
      await inside(tx)
        .withTables<Tables>()
        .insertInto('email_confirmations')
        .values({ id, failures: 0, ...values })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({
            ...values,
            failures: sql`CASE WHEN email_confirmations.failures < ${most} THEN email_confirmations.failures ELSE 0 END`,
          }),
        )
        .execute();
    },
    async takeTry(id, most, now) {
      const row = await db
        .updateTable('email_confirmations')
        .set({ failures: sql`failures + 1` })
        .where('id', '=', id)
        .where('failures', '<', most)
        .where('expires_at', '>', now)
        .returning(['code_hash', 'failures', 'person'])
        .executeTakeFirst();
      return row && { codeHash: row.code_hash, failures: row.failures, person: row.person };
    },
    takeByToken: (lookup, now) =>
      db
        .deleteFrom('email_confirmations')
        .where('token_lookup', '=', lookup)
        .where('expires_at', '>', now)
        .returning(['sealed', 'person'])
        .executeTakeFirst(),
    async remove(id, tx) {
      const on = tx ? inside(tx).withTables<Tables>() : db;
      const result = await on.deleteFrom('email_confirmations').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
    async removeExpired(now) {
      await deleteExpired(database, 'email_confirmations', now);
    },
  };
}
