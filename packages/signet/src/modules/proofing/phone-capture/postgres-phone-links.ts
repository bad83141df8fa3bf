import { type Kysely, type Selectable, sql } from 'kysely';
import type { CaseId, Database, Language, PersonId, Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import type { PhotoRole } from '../flow/index.ts';
import type { PhoneLink, PhoneLinkStore } from './ports.ts';

interface PhoneLinksTable {
  person: PersonId;
  case_id: CaseId;
  id: string;
  session: string | null;
  roles: readonly PhotoRole[];
  language: Language;
  token: Buffer;
  code: Buffer;
  phone: Buffer | null;
  joined_at: Date | null;
  expires_at: Date;
  ended: PhoneLink['ended'] | null;
}
type Tables = { proofing_phone_links: PhoneLinksTable };
const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

/** The part of the KMS that codes are found by: of 40 bits a hash without a key would be searched. */
export interface LinkCodeDigesting {
  mac(key: 'contact-index', data: Uint8Array): Promise<Buffer>;
}

export function postgresPhoneLinks(database: Database, kms: LinkCodeDigesting): PhoneLinkStore {
  const db = queriesOn(database).withTables<Tables>();
  const digest = (code: string): Promise<Buffer> =>
    kms.mac('contact-index', Buffer.from(JSON.stringify(['proofing-phone-link', code])));
  return {
    async put(tx, { person, caseId, id, session, roles, language, token, code, expiresAt }) {
      const row = {
        id,
        session: session ?? null,
        roles,
        language,
        token,
        code: await digest(code),
        phone: null,
        joined_at: null,
        expires_at: expiresAt,
        ended: null,
      };
      await within(tx)
        .insertInto('proofing_phone_links')
        .values({ person, case_id: caseId, ...row })
        .onConflict((conflict) => conflict.columns(['person', 'case_id']).doUpdateSet(row))
        .execute();
    },

    async ofCase(person, caseId) {
      const row = await db
        .selectFrom('proofing_phone_links')
        .selectAll()
        .where('person', '=', person)
        .where('case_id', '=', caseId)
        .executeTakeFirst();
      return row && linkOf(row);
    },

    async ofPhone({ own, link }) {
      const rows = await db
        .selectFrom('proofing_phone_links')
        .selectAll()
        .where((of) => of.or([of('phone', '=', own), ...(link ? [of('token', '=', link)] : [])]))
        .execute();
      const isIts = (row: Selectable<PhoneLinksTable>): boolean => row.phone?.equals(own) ?? false;
      const row = rows.find(isIts) ?? rows[0];
      return row && { link: linkOf(row), isIts: isIts(row) };
    },

    async openByCode(code, own, now) {
      const opened = await db
        .updateTable('proofing_phone_links')
        .set({ phone: own })
        .where('code', '=', await digest(code))
        .where((of) => of.or([of('phone', 'is', null), of('phone', '=', own)]))
        .where('ended', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return opened.numUpdatedRows > 0n;
    },

    async join(tx, link, own, now) {
      const joined = await ownRow(tx, link)
        .set({ phone: own, joined_at: now })
        .where((of) => of.or([of('phone', 'is', null), of('phone', '=', own)]))
        .where('ended', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return joined.numUpdatedRows > 0n;
    },

    async prolong(tx, link, until) {
      await ownRow(tx, link).set({ expires_at: until }).execute();
    },

    async end(tx, link, why) {
      const ended = await ownRow(tx, link).set({ ended: why }).where('ended', 'is', null).executeTakeFirst();
      return ended.numUpdatedRows > 0n;
    },

    async endDone(tx, { person, caseId }, settled) {
      await within(tx)
        .updateTable('proofing_phone_links')
        .set({ ended: 'done' })
        .where('person', '=', person)
        .where('case_id', '=', caseId)
        .where('ended', 'is', null)
        .where(sql<boolean>`roles <@ ${settled}::text[]`)
        .execute();
    },

    async removeBefore(before) {
      await db.deleteFrom('proofing_phone_links').where('expires_at', '<', before).execute();
    },

    async erase(tx, person) {
      await within(tx).deleteFrom('proofing_phone_links').where('person', '=', person).execute();
    },
  };
}

/** This link, and not one that took its place meanwhile. */
const ownRow = (tx: Tx, { person, caseId, id }: PhoneLink) =>
  within(tx)
    .updateTable('proofing_phone_links')
    .where('person', '=', person)
    .where('case_id', '=', caseId)
    .where('id', '=', id);

const linkOf = (row: Selectable<PhoneLinksTable>): PhoneLink => ({
  person: row.person,
  caseId: row.case_id,
  id: row.id,
  roles: row.roles,
  language: row.language,
  phone: row.joined_at ? 'joined' : row.phone ? 'opened' : 'none',
  expiresAt: row.expires_at,
  ...(row.joined_at && { joinedAt: row.joined_at }),
  ...(row.session && { session: row.session }),
  ...(row.ended && { ended: row.ended }),
});
