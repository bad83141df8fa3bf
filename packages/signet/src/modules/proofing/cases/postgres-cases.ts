import { type ColumnType, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import {
  type CaseId,
  type Database,
  newId,
  type PersonId,
  Redacted,
  type Tx,
} from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import type { NotAnswered, OfficeName } from '../../records/index.ts';
import { decisionSchema, noAnswers, reasonsSchema, type Stage } from '../flow/index.ts';
import type { SeenFrom } from '../scoreboard/index.ts';
import type { CaseRow, StoredCase } from './case.ts';
import { newCaseKey, openContents, sealContents } from './case-seal.ts';
import type { CaseStore } from './ports.ts';

interface CasesTable {
  person: PersonId;
  id: CaseId;
  account: PersonId | null;
  claim_by: Date | null;
  version: number;
  stage: Stage;
  required_ial: 1 | 2;
  wrapped_key: Buffer | null;
  sealed: Buffer | null;
  decision: ColumnType<unknown, string | null, string | null>;
  waived: ColumnType<unknown, string, string>;
  agent: string | null;
  consent_version: string | null;
  consent_at: Date | null;
  submitted_at: Date | null;
  unanswered: number;
  due_at: Date | null;
  waits_for: OfficeName | null;
  waits_why: NotAnswered['why'] | null;
  delete_at: Date | null;
  started_at: Date;
  step_began_at: Date;
  language: SeenFrom['language'] | null;
  device: SeenFrom['device'] | null;
  touched_at: Date;
}
type Tables = { proofing_cases: CasesTable };
/** The part of the KMS that keeps the keys of cases. */
export interface CaseKeys {
  wrap(key: 'case', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'case', wrapped: Uint8Array, context: string): Promise<Buffer>;
}

const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();
const wrapContext = (id: CaseId): string => `proofing-case:${id}`;

/** At most this many at once, so that a sweep after a long stop does not choke the queue. */
const sweepAtMost = 200;

export function postgresCases(database: Database, kms: CaseKeys): CaseStore {
  const db = queriesOn(database).withTables<Tables>();
  const idsWhere = () => db.selectFrom('proofing_cases').select('id').limit(sweepAtMost);
  return {
    async create(tx, { person, account }, required, now, seenFrom) {
      const id = newId<CaseId>();
      const key = newCaseKey();
      const wrapped = await kms.wrap('case', Buffer.from(key.reveal()), wrapContext(id));
      await within(tx)
        .insertInto('proofing_cases')
        .values({
          person,
          id,
          account: account ?? null,
          version: 1,
          stage: 'collecting',
          required_ial: required.ial,
          wrapped_key: wrapped,
          sealed: sealContents(key, id, { answers: noAnswers, photosTaken: 0, poorPhotos: {} }),
          unanswered: 0,
          waived: JSON.stringify([]),
          started_at: now,
          step_began_at: now,
          language: seenFrom?.language ?? null,
          device: seenFrom?.device ?? null,
          touched_at: now,
          ...nothingElse,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async latest(person, tx) {
      const row = await (tx ? within(tx) : db)
        .selectFrom('proofing_cases')
        .selectAll()
        .where('person', '=', person)
        .orderBy(sql`stage <> 'ended'`, 'desc') // at most one; it is the latest even within one clock tick
        .orderBy('started_at', 'desc')
        .orderBy('touched_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && opened(kms, row);
    },

    async byId(id) {
      const row = await db.selectFrom('proofing_cases').selectAll().where('id', '=', id).executeTakeFirst();
      return row && opened(kms, row);
    },

    async save(tx, changed) {
      const result = await within(tx)
        .updateTable('proofing_cases')
        .set(rowOf(changed))
        .where('person', '=', changed.person)
        .where('id', '=', changed.id)
        .where('version', '=', changed.version)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },

    async overdue(before) {
      const due = idsWhere().where('stage', '=', 'checking').where('due_at', '<', before);
      return (await due.execute()).map((row) => row.id);
    },

    async abandoned(before) {
      const left = idsWhere().where('stage', '=', 'collecting').where('touched_at', '<', before);
      return (await left.execute()).map((row) => row.id);
    },

    async toDelete(now) {
      return (await idsWhere().where('delete_at', '<=', now).execute()).map((row) => row.id);
    },

    async unclaimed(now) {
      return (await idsWhere().where('claim_by', '<=', now).execute()).map((row) => row.id);
    },

    async startedFor(tx, account, since) {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`proving-again/${account}`}, 0))`.execute(
        within(tx),
      );
      const rows = await within(tx)
        .selectFrom('proofing_cases')
        .select('started_at')
        .where('account', '=', account)
        .where('started_at', '>', since)
        .orderBy('started_at')
        .execute();
      return rows.map((row) => row.started_at);
    },

    async subjectsOf(tx, account) {
      const rows = await within(tx)
        .selectFrom('proofing_cases')
        .select('person')
        .distinct()
        .where('account', '=', account)
        .where('person', '<>', account)
        .execute();
      return rows.map((row) => row.person);
    },

    async erase(tx, person) {
      const erased = await within(tx)
        .deleteFrom('proofing_cases')
        .where('person', '=', person)
        .returning('id')
        .execute();
      return erased.map(({ id }) => id);
    },
  };
}

const nothingElse = {
  decision: null,
  agent: null,
  consent_version: null,
  consent_at: null,
  submitted_at: null,
  due_at: null,
  waits_for: null,
  waits_why: null,
  delete_at: null,
  claim_by: null,
} as const;

async function opened(kms: CaseKeys, row: Selectable<CasesTable>): Promise<StoredCase> {
  const known = caseRow(row);
  if (!row.wrapped_key || !row.sealed) return known;
  const key = new Redacted((await kms.unwrap('case', row.wrapped_key, wrapContext(row.id))).toString('utf8'));
  return { ...known, key, contents: openContents(key, row.id, row.sealed) };
}

function caseRow(row: Selectable<CasesTable>): CaseRow {
  return {
    id: row.id,
    person: row.person,
    version: row.version,
    stage: row.stage,
    required: { ial: row.required_ial },
    waived: reasonsSchema.parse(row.waived),
    unanswered: row.unanswered,
    startedAt: row.started_at,
    stepSince: row.step_began_at,
    ...(row.language && row.device && { seenFrom: { language: row.language, device: row.device } }),
    touchedAt: row.touched_at,
    ...(row.account && { account: row.account }),
    ...(row.claim_by && { claimBy: row.claim_by }),
    ...(row.decision !== null && { decision: decisionSchema.parse(row.decision) }),
    ...(row.agent && { agent: row.agent }),
    ...(row.consent_version &&
      row.consent_at && { consent: { version: row.consent_version, at: row.consent_at } }),
    ...(row.submitted_at && { submittedAt: row.submitted_at }),
    ...(row.due_at && { dueAt: row.due_at }),
    ...(row.waits_for && row.waits_why && { waits: { office: row.waits_for, why: row.waits_why } }),
    ...(row.delete_at && { deleteAt: row.delete_at }),
  };
}

function rowOf(changed: StoredCase): Updateable<CasesTable> {
  return {
    version: changed.version + 1,
    stage: changed.stage,
    required_ial: changed.required.ial,
    decision: changed.decision ? JSON.stringify(changed.decision) : null,
    waived: JSON.stringify(changed.waived),
    agent: changed.agent ?? null,
    consent_version: changed.consent?.version ?? null,
    consent_at: changed.consent?.at ?? null,
    submitted_at: changed.submittedAt ?? null,
    unanswered: changed.unanswered,
    due_at: changed.dueAt ?? null,
    waits_for: changed.waits?.office ?? null,
    waits_why: changed.waits?.why ?? null,
    delete_at: changed.deleteAt ?? null,
    claim_by: changed.claimBy ?? null,
    step_began_at: changed.stepSince,
    touched_at: changed.touchedAt,
    ...(changed.contents
      ? { sealed: sealContents(changed.key, changed.id, changed.contents) }
      : { sealed: null, wrapped_key: null }),
  };
}
