import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type {
  ProfessionalAuthorizationTable,
  RevenueTables,
  TaxProfessionalTable,
} from '../database/tables.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import { type Authorization, type Professional, scopes } from './authorization.ts';

export interface AuthorizationStore {
  professional(number: string): Promise<Professional | undefined>;
  /** Those already in the register are left as they are. */
  register(professionals: readonly Professional[]): Promise<void>;
  /** The latest first. */
  of(person: CustomerFileNumber): Promise<readonly Authorization[]>;
  /** False when the same form made one before. */
  add(person: CustomerFileNumber, authorization: Authorization, formKey: string): Promise<boolean>;
  /** Ends it now; false when it is not theirs or was ended before. */
  end(person: CustomerFileNumber, id: string, now: Date): Promise<boolean>;
}

type Row = Selectable<ProfessionalAuthorizationTable> & Selectable<TaxProfessionalTable>;

const toAuthorization = (row: Row): Authorization => ({
  id: row.id,
  professional: { number: row.number, name: row.name, city: row.city },
  scopes: z.array(z.enum(scopes)).parse(row.scopes),
  taxYears: row.tax_years,
  from: row.from_day,
  until: row.until_day,
  ...(row.ended_at !== null && { endedAt: row.ended_at }),
});

export function postgresAuthorizations(db: Kysely<RevenueTables>): AuthorizationStore {
  return {
    professional: (number) =>
      db.selectFrom('tax_professionals').selectAll().where('number', '=', number).executeTakeFirst(),

    async register(professionals) {
      await db
        .insertInto('tax_professionals')
        .values([...professionals])
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async of(person) {
      const rows = await db
        .selectFrom('professional_authorizations')
        .innerJoin(
          'tax_professionals',
          'tax_professionals.number',
          'professional_authorizations.professional',
        )
        .selectAll()
        .where('customer_file_number', '=', person)
        .orderBy('from_day', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toAuthorization);
    },

    async add(person, { id, professional, scopes: allowed, taxYears, from, until }, formKey) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('professional_authorizations')
        .values({
          id,
          customer_file_number: person,
          form_key: formKey,
          professional: professional.number,
          scopes: [...allowed],
          tax_years: [...taxYears],
          from_day: from,
          until_day: until,
        })
        .onConflict((conflict) => conflict.columns(['customer_file_number', 'form_key']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async end(person, id, now) {
      if (!z.uuid().safeParse(id).success) return false;
      const { numUpdatedRows } = await db
        .updateTable('professional_authorizations')
        .set({ ended_at: now })
        .where('id', '=', id)
        .where('customer_file_number', '=', person)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
