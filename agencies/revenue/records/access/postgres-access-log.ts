import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { RevenueTables } from '../../database/tables.ts';
import type { CustomerFileNumber } from '../taxpayers/taxpayer.ts';
import { type Access, accessActs } from './access-log.ts';

export interface AccessLog {
  /** Before anything is shown: a look that cannot be recorded is not given. */
  record(person: CustomerFileNumber, access: Access): Promise<void>;
  /** The latest first. */
  of(person: CustomerFileNumber, most: number): Promise<readonly Access[]>;
}

export function postgresAccessLog(db: Kysely<RevenueTables>): AccessLog {
  return {
    async record(person, { at, act, by, staff, reason, taxYear }) {
      await db
        .insertInto('record_access')
        .values({
          customer_file_number: person,
          at,
          act,
          by_whom: by,
          staff: staff ?? null,
          reason: reason ?? null,
          tax_year: taxYear ?? null,
        })
        .execute();
    },

    async of(person, most) {
      const rows = await db
        .selectFrom('record_access')
        .selectAll()
        .where('customer_file_number', '=', person)
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      return rows.map((row) => ({
        at: row.at,
        act: z.enum(accessActs).parse(row.act),
        by: z.enum(['person', 'staff']).parse(row.by_whom),
        ...(row.staff !== null && { staff: row.staff }),
        ...(row.reason !== null && { reason: row.reason }),
        ...(row.tax_year !== null && { taxYear: row.tax_year }),
      }));
    },
  };
}
