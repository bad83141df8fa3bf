import { randomInt } from 'node:crypto';
import { openRecord, type RecordKeys, sealRecord } from '@signet/agencies-ui/records';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { BenefitsTables, ClaimTable } from '../database/tables.ts';
import { type Service, serviceSchema } from '../eligibility/service.ts';
import { applicantIndex } from '../records/record-keys.ts';
import { type Claim, type ClaimContents, claimContents, decidedAt, isStanding } from './claim.ts';

export type Filed =
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly standing: Claim };

/** A person's file here. `sub` is Signet's name for them at this office alone (C3). */
export interface Claims {
  service(sub: string): Promise<Service | undefined>;
  declare(sub: string, service: Service): Promise<void>;
  /** The latest first. */
  of(sub: string): Promise<readonly Claim[]>;
  get(sub: string, number: string): Promise<Claim | undefined>;
  /** Once for each `formKey`; refused while another claim for the same benefit stands. `declare` comes first. */
  file(sub: string, formKey: string, contents: ClaimContents, now: Date): Promise<Filed>;
  /** False when there is none, it was taken back before, or it is decided. */
  withdraw(sub: string, number: string, now: Date): Promise<boolean>;
}

const newNumber = (): string => {
  const five = () => String(randomInt(100_000)).padStart(5, '0');
  return `VB-${five()}-${five()}`;
};

const serviceRow = (applicant: Buffer): string => `service:${applicant.toString('base64url')}`;
const claimRow = (applicant: Buffer, number: string): string =>
  `claim:${applicant.toString('base64url')}:${number}`;

export function postgresClaims(db: Kysely<BenefitsTables>, keys: RecordKeys): Claims {
  const open = async (row: Selectable<ClaimTable>): Promise<Claim> => ({
    number: row.number,
    receivedAt: row.received_at,
    withdrawnAt: row.withdrawn_at ?? undefined,
    contents: await openRecord(keys, claimRow(row.applicant, row.number), row.sealed, claimContents),
  });

  const rowsOf = (on: Kysely<BenefitsTables>, applicant: Buffer) =>
    on.selectFrom('claims').selectAll().where('applicant', '=', applicant).orderBy('received_at', 'desc');

  const get: Claims['get'] = async (sub, number) => {
    const row = await rowsOf(db, applicantIndex(keys, sub)).where('number', '=', number).executeTakeFirst();
    return row && open(row);
  };

  /** Of two presses, and of two tabs, one at a time: the second finds what the first did. */
  const fileAlone =
    (applicant: Buffer, formKey: string, contents: ClaimContents, now: Date) =>
    async (tx: Transaction<BenefitsTables>): Promise<Filed> => {
      await tx
        .selectFrom('applicants')
        .select('applicant')
        .where('applicant', '=', applicant)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const rows = await rowsOf(tx, applicant).execute();
      const same = rows.find((row) => row.form_key === formKey);
      if (same) return { ok: true, claim: await open(same) };
      const claims = await Promise.all(rows.map(open));
      const standing = claims.find(
        (claim) => claim.contents.benefit === contents.benefit && isStanding(claim, now),
      );
      if (standing) return { ok: false, standing };
      const number = newNumber();
      const row = { number, applicant, form_key: formKey, received_at: now };
      const sealed = await sealRecord(keys, claimRow(applicant, number), contents);
      await tx
        .insertInto('claims')
        .values({ ...row, sealed })
        .execute();
      return { ok: true, claim: { number, receivedAt: now, withdrawnAt: undefined, contents } };
    };

  return {
    async service(sub) {
      const applicant = applicantIndex(keys, sub);
      const row = await db
        .selectFrom('applicants')
        .select('sealed')
        .where('applicant', '=', applicant)
        .executeTakeFirst();
      return row && openRecord(keys, serviceRow(applicant), row.sealed, serviceSchema);
    },

    async declare(sub, service) {
      const applicant = applicantIndex(keys, sub);
      const sealed = await sealRecord(keys, serviceRow(applicant), service);
      await db
        .insertInto('applicants')
        .values({ applicant, sealed })
        .onConflict((conflict) => conflict.column('applicant').doUpdateSet({ sealed }))
        .execute();
    },

    async of(sub) {
      return Promise.all((await rowsOf(db, applicantIndex(keys, sub)).execute()).map(open));
    },

    get,

    file: (sub, formKey, contents, now) =>
      db.transaction().execute(fileAlone(applicantIndex(keys, sub), formKey, contents, now)),

    async withdraw(sub, number, now) {
      const claim = await get(sub, number);
      if (!claim || now >= decidedAt(claim)) return false;
      const { numUpdatedRows } = await db
        .updateTable('claims')
        .set({ withdrawn_at: now })
        .where('number', '=', number)
        .where('applicant', '=', applicantIndex(keys, sub))
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
