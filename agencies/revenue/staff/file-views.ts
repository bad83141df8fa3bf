import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { RevenueTables } from '../database/tables.ts';
import { postgresAccessLog } from '../records/access/postgres-access-log.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import { type LookReason, lookReasons } from './look-reasons.ts';
import type { Agent } from './members.ts';

/** One agent's look at one file, for as long as a question takes. */
export interface Look {
  readonly customerFileNumber: CustomerFileNumber;
  readonly reason: LookReason;
  readonly endsAt: Date;
}

export interface LookRequest {
  /** Of the form: pressed twice, it is one look. A UUID. */
  readonly id: string;
  readonly customerFileNumber: string;
  readonly reason: LookReason;
}

export interface Looks {
  /**
   * The access log and the look are written together or not at all, so nobody looks who is not written down. `no-record`
   * is any number that leads nowhere; after too many of them, `too-many` is the answer to a right one as well. `form-used`:
   * this form opened another file before (the back button), so it opens nothing now.
   */
  open(agent: Agent, request: LookRequest): Promise<'opened' | 'no-record' | 'too-many' | 'form-used'>;
  /** Their own look: open, `ended`, or undefined where there is none. */
  get(agent: Agent, id: string): Promise<Look | 'ended' | undefined>;
}

const LOOK_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;
/** Numbers that led nowhere, for one agent in one hour. Enough for a bad line, too few to try numbers in a row. */
const WRONG_AT_MOST = 10;

export function staffLooks(db: Kysely<RevenueTables>, now: () => Date): Looks {
  async function wrongNumbers(tx: Kysely<RevenueTables>, { subject }: Agent): Promise<number> {
    const { count } = await tx
      .selectFrom('staff_wrong_numbers')
      .select(sql<number>`count(*)`.as('count'))
      .where('subject', '=', subject)
      .where('at', '>', new Date(now().getTime() - HOUR_MS))
      .executeTakeFirstOrThrow();
    return count;
  }

  return {
    open: (agent, { id, customerFileNumber, reason }) =>
      db.transaction().execute(async (tx) => {
        const { subject, pseudonym } = agent;
        // One request of an agent at a time: sent together they do not slip past the count.
        await tx.selectFrom('staff').select('subject').where('subject', '=', subject).forUpdate().execute();
        if ((await wrongNumbers(tx, agent)) >= WRONG_AT_MOST) return 'too-many';
        const file = await tx
          .selectFrom('taxpayers')
          .select('customer_file_number')
          .where('customer_file_number', '=', customerFileNumber)
          .executeTakeFirst();
        if (file === undefined) {
          await tx.insertInto('staff_wrong_numbers').values({ subject, at: now() }).execute();
          return 'no-record';
        }
        const at = now();
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('staff_looks')
          .values({
            id,
            subject,
            customer_file_number: customerFileNumber,
            reason,
            ends_at: new Date(at.getTime() + LOOK_MS),
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) {
          const before = await tx
            .selectFrom('staff_looks')
            .select('id')
            .where('id', '=', id)
            .where('subject', '=', subject)
            .where('customer_file_number', '=', customerFileNumber)
            .where('reason', '=', reason)
            .executeTakeFirst();
          return before ? 'opened' : 'form-used'; // pressed twice, and written down the first time
        }
        const access = { at, act: 'staff-opened', by: 'staff', staff: pseudonym, reason } as const;
        await postgresAccessLog(tx).record(customerFileNumber, access);
        return 'opened';
      }),

    async get({ subject }, id) {
      if (!z.uuid().safeParse(id).success) return undefined;
      const row = await db
        .selectFrom('staff_looks')
        .select(['customer_file_number', 'reason', 'ends_at'])
        .where('id', '=', id)
        .where('subject', '=', subject)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      if (row.ends_at <= now()) return 'ended';
      return {
        customerFileNumber: row.customer_file_number,
        reason: z.enum(lookReasons).parse(row.reason),
        endsAt: row.ends_at,
      };
    },
  };
}
