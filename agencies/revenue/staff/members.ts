import { createHash, randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { RevenueTables } from '../database/tables.ts';

/** An agent of the department. */
export interface Agent {
  /** Signet's name for them here. It means nothing anywhere else. */
  readonly subject: string;
  /** What a person sees in the list of looks at their record; never a name. */
  readonly pseudonym: string;
}

export interface Invitation {
  /** Shown once and kept only as a hash. */
  readonly code: string;
  readonly pseudonym: string;
  readonly endsAt: Date;
}

export interface Members {
  /** Makes a code with which one person becomes staff, once, within a day. */
  invite(): Promise<Invitation>;
  /** False when the code is mistyped, used or too old. Somebody who is staff already keeps their name, and spends no code. */
  enroll(subject: string, code: string): Promise<boolean>;
  /** Undefined for who is not, or no longer, staff. */
  find(subject: string): Promise<Agent | undefined>;
  /**
   * From the next request on they are nobody here; an invitation that nobody used yet makes nobody staff. Undefined when
   * there is neither.
   */
  end(pseudonym: string): Promise<'ended' | 'taken-back' | undefined>;
}

const DAY_MS = 86_400_000;
/** Without letters that are taken for digits. Sixteen of them are 80 bits: no limit of tries is needed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const pick = (length: number, from: string): string =>
  Array.from({ length }, () => from[randomInt(from.length)]).join('');

const hashOf = (code: string): Buffer =>
  createHash('sha256').update(code.toUpperCase().replaceAll(/[\s-]/g, '')).digest();

/** The department itself decides who is staff: Signet only says who somebody is. */
export function staffMembers(db: Kysely<RevenueTables>, now: () => Date): Members {
  return {
    async invite() {
      const code = pick(16, ALPHABET).replaceAll(/(.{4})(?=.)/g, '$1-');
      const pseudonym = `agent-${pick(8, '0123456789')}`;
      const endsAt = new Date(now().getTime() + DAY_MS);
      await db.deleteFrom('staff_invitations').where('ends_at', '<=', now()).execute();
      await db
        .insertInto('staff_invitations')
        .values({ code_hash: hashOf(code), pseudonym, ends_at: endsAt })
        .execute();
      return { code, pseudonym, endsAt };
    },

    enroll: (subject, code) =>
      db.transaction().execute(async (tx) => {
        const already = await tx
          .selectFrom('staff')
          .select('subject')
          .where('subject', '=', subject)
          .where('ended', 'is', null)
          .executeTakeFirst();
        if (already) return true;
        const invitation = await tx
          .deleteFrom('staff_invitations')
          .where('code_hash', '=', hashOf(code))
          .where('ends_at', '>', now())
          .returning('pseudonym')
          .executeTakeFirst();
        if (invitation === undefined) return false;
        const since = now();
        await tx
          .insertInto('staff')
          .values({ subject, pseudonym: invitation.pseudonym, since })
          // Back after having left: under a new pseudonym. Earlier looks keep the one of their time.
          .onConflict((conflict) =>
            conflict
              .column('subject')
              .doUpdateSet({ pseudonym: invitation.pseudonym, since, ended: null })
              .where('staff.ended', 'is not', null),
          )
          .execute();
        return true;
      }),

    find: (subject) =>
      db
        .selectFrom('staff')
        .select(['subject', 'pseudonym'])
        .where('subject', '=', subject)
        .where('ended', 'is', null)
        .executeTakeFirst(),

    async end(pseudonym) {
      // the invitation first: whoever uses it at this moment is staff after it, and found below
      const { numDeletedRows } = await db
        .deleteFrom('staff_invitations')
        .where('pseudonym', '=', pseudonym)
        .executeTakeFirst();
      const { numUpdatedRows } = await db
        .updateTable('staff')
        .set({ ended: now() })
        .where('pseudonym', '=', pseudonym)
        .where('ended', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 1n) return 'ended';
      return numDeletedRows === 1n ? 'taken-back' : undefined;
    },
  };
}
