import { type Kysely, sql } from 'kysely';
import type { CaseId, Database, PersonId, Redacted, Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import type { PhoneCodeStore } from './ports.ts';

type Tables = {
  proofing_phone_codes: {
    person: PersonId;
    case_id: CaseId;
    kind: 'sent' | 'wrong';
    number: Buffer;
    counted_at: Date;
  };
};
const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

/** The part of the KMS that counts numbers without keeping them. */
export interface PhoneDigesting {
  mac(key: 'contact-index', data: Uint8Array): Promise<Buffer>;
}

export function postgresPhoneCodes(database: Database, kms: PhoneDigesting): PhoneCodeStore {
  const db = queriesOn(database).withTables<Tables>();
  const digest = (number: Redacted<PhoneNumber>): Promise<Buffer> =>
    kms.mac('contact-index', Buffer.from(JSON.stringify(['proofing-phone', number.reveal()])));
  const countedSince = (tx: Tx, kind: 'sent' | 'wrong', since: Date) =>
    within(tx)
      .selectFrom('proofing_phone_codes')
      .select(['person', 'counted_at as at'])
      .where('kind', '=', kind)
      .where('counted_at', '>', since)
      .orderBy('counted_at');
  return {
    async add(tx, { person, id }, { kind, number, at }) {
      await within(tx)
        .insertInto('proofing_phone_codes')
        .values({ person, case_id: id, kind, number: await digest(number), counted_at: at })
        .execute();
    },

    async since(tx, kind, person, since) {
      const rows = await countedSince(tx, kind, since).where('person', '=', person).execute();
      return rows.map(({ at }) => at);
    },

    async holdNumber(tx, number) {
      const key = `proofing-phone/${(await digest(number)).toString('base64url')}`;
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(inside(tx));
    },

    sentTo: async (tx, number, since) =>
      countedSince(tx, 'sent', since)
        .where('number', '=', await digest(number))
        .execute(),

    async removeBefore(before) {
      await db.deleteFrom('proofing_phone_codes').where('counted_at', '<', before).execute();
    },

    async erase(tx, person) {
      await within(tx).deleteFrom('proofing_phone_codes').where('person', '=', person).execute();
    },
  };
}
