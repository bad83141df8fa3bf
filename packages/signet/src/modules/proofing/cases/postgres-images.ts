import type { Kysely } from 'kysely';
import type { CaseId, Database, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import type { ImageRef, ImageStore } from './ports.ts';

type Tables = {
  proofing_images: { person: PersonId; case_id: CaseId; id: string; sealed: Buffer };
};
const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

/** Images in PostgreSQL: written and deleted in the transaction that says so. A few MB, for the time of a case. */
export function postgresImages(database: Database): ImageStore {
  const db = queriesOn(database).withTables<Tables>();
  return {
    async put(tx, { person, caseId, id }, sealed) {
      const row = { person, case_id: caseId, id, sealed: Buffer.from(sealed) };
      await within(tx).insertInto('proofing_images').values(row).execute();
    },

    async get(ref) {
      const row = await db
        .selectFrom('proofing_images')
        .select('sealed')
        .where('person', '=', ref.person)
        .where('case_id', '=', ref.caseId)
        .where('id', '=', ref.id)
        .executeTakeFirst();
      return row?.sealed;
    },

    async delete(tx, ref) {
      await imagesOf(tx, ref.person, ref.caseId).where('id', '=', ref.id).execute();
    },

    async deleteAll(tx, { person, caseId }) {
      await imagesOf(tx, person, caseId).execute();
    },
  };
}

function imagesOf(tx: Tx, person: PersonId, caseId: ImageRef['caseId'] | undefined) {
  const images = within(tx).deleteFrom('proofing_images').where('person', '=', person);
  return caseId ? images.where('case_id', '=', caseId) : images;
}
