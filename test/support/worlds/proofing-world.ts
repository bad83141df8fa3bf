import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import {
  type AuditRef,
  asId,
  type CaseId,
  err,
  newId,
  ok,
  type PersonId,
  type Result,
  type Tx,
} from '../../../packages/signet/src/kernel/index.ts';
import { createAuditLog } from '../../../packages/signet/src/modules/audit/index.ts';
import type { Photo } from '../../../packages/signet/src/modules/evidence/index.ts';
import type {
  ProofingNeeds,
  ProofingNotice,
  Required,
} from '../../../packages/signet/src/modules/proofing/index.ts';
import {
  createPostgresProofingStores,
  createProofing,
} from '../../../packages/signet/src/modules/proofing/index.ts';
import { createQuotas, postgresQuotas } from '../../../packages/signet/src/modules/quotas/index.ts';
import {
  createCircuits,
  postgresCircuits,
  type RecordsUnavailable,
} from '../../../packages/signet/src/modules/records/index.ts';
import {
  createLikenessDigests,
  createSsnIndex,
  createVault,
  postgresSsnIndexStore,
  postgresVaultStore,
  type VaultKey,
} from '../../../packages/signet/src/modules/vault/index.ts';
import { openLocalKms } from '../../../packages/signet/src/platform/kms/index.ts';
import { openPool, transactOn } from '../../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase } from '../database/database.ts';
import { manualClock } from '../manual-clock.ts';
import { Script } from './proofing-script.ts';

/** For tests: proofing on a real database, vault, KMS and audit log; only eyes and authorities are scripted. */
export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openWorld(settings: Partial<ProofingNeeds['settings']> = {}) {
  const database = await createTestDatabase();
  const pool = openPool(database.url, (error) => console.error(error));
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-proofing-'));
  const kms = await openLocalKms(path.join(dir, 'kms.json'));
  const transact = transactOn(pool.db);
  const clock = manualClock(new Date('2026-05-04T12:00:00Z'));
  const script = new Script();
  const jobs: {
    name: string;
    data: Record<string, string | number>;
    afterSeconds: number;
    behind: number;
  }[] = [];
  const notices: { person: PersonId; notice: ProofingNotice }[] = [];
  const texts: { person: PersonId; to: string; code: string; until: Date }[] = [];
  const letters: {
    about: CaseId;
    person: PersonId;
    to: readonly string[];
    code: string;
    until: Date;
    leavesAt: Date;
  }[] = [];
  /** Cases whose letters were called back before the post had them. */
  const calledBack: CaseId[] = [];
  /** Phones that get somebody's codes. */
  const boundPhones: { person: PersonId; number: string }[] = [];
  const landlines = new Set<string>();
  /** What the operator hears of the offices. */
  const offices: string[] = [];
  /** Sessions at a desk that are over, by their `ref`. */
  const endedSessions = new Set<string>();
  const vault = createVault({ store: postgresVaultStore(pool.db), kms });
  const audit = createAuditLog({ db: pool.db, clock });
  const subjectOf = async (_tx: Tx, of: PersonId) => asId<AuditRef>(of);
  const ssnIndex = createSsnIndex({
    store: postgresSsnIndexStore(pool.db),
    kms,
    audit,
    subjectOf,
    clock,
    lookupsPerMinute: 1000,
  });
  const stores = createPostgresProofingStores(pool.db, kms);
  const needs: ProofingNeeds = {
    clock,
    transact,
    stores,
    jobs: {
      async enqueue(_tx, name, data, place = {}) {
        jobs.push({ name, data, afterSeconds: place.afterSeconds ?? 0, behind: place.behind ?? 0 });
      },
    },
    intake: {
      sniff: (bytes) => (bytes.length === 0 ? err('empty') : ok({ bytes, kind: 'jpeg' })),
      decode: async (_of, { bytes }) =>
        bytes[0] === 0 ? err('broken') : ok<Photo>({ jpeg: Buffer.from(bytes), width: 1600, height: 1000 }),
      measure: async () => script.quality,
      follow: async (_of, frames) => script.follow(frames),
      judgeAtOnce: async () => script.seen(),
    },
    lookLate: async ({ role }) => script.seenLate[role],
    quotas: createQuotas(postgresQuotas(pool.db), kms, clock),
    readers: {
      license: { read: () => script.call('document', () => script.document) },
      'state-id': { read: () => script.call('document', () => script.document) },
      passport: { read: () => script.call('document', () => script.passport) },
      'passport-card': { read: () => script.call('document', () => script.passportCard) },
    },
    faceMatcher: {
      compare: () => script.call('face', () => script.face),
      findPortrait: async () => script.portrait,
      follow: async (frames) => script.follow(frames),
    },
    records: {
      'motor-vehicles': {
        verify: (query) => {
          script.asked.push(query);
          return script.call('motorVehicles', () => answer(script.motorVehicles));
        },
      },
      'passport-office': {
        answersFor: (issuerId) => issuerId === 'UTO',
        verify: (query) => {
          script.asked.push(query);
          return script.call('passportOffice', () => answer(script.passportOffice));
        },
      },
      'social-security': {
        verify: (query) => {
          script.asked.push({ ...query, ssn: query.ssn.reveal() });
          return script.call('socialSecurity', () => answer(script.socialSecurity));
        },
      },
      'phone-carrier': {
        verify: (query) => {
          script.asked.push({ ...query, phoneNumber: query.phoneNumber.reveal() });
          return script.call('phoneCarrier', () => answer(script.phoneCarrier));
        },
      },
    },
    circuits: createCircuits({
      clock,
      transact,
      store: postgresCircuits(pool.db),
      on: {
        opened: (office) => void offices.push(`${office} opened`),
        closed: (office) => void offices.push(`${office} closed`),
      },
    }),
    vault,
    ssnIndex,
    likenessOf: createLikenessDigests(kms),
    audit,
    subjectOf,
    hasPhone: async (_tx, of, number) =>
      boundPhones.some((bound) => bound.person === of && bound.number === number.reveal()),
    isSignedIn: async (_of, session) => !endedSessions.has(session),
    lineTypeOf: async (number) => (landlines.has(number.reveal()) ? 'landline' : undefined),
    notices: {
      send: async (_tx, to, notice) => void notices.push({ person: to, notice }),
      textCode: async (_tx, of, { to, code, until }) =>
        void texts.push({ person: of, to: to.reveal(), code: code.reveal(), until }),
      canPrint: (line) => !line.includes('Ω'),
      callBackLetters: async (_tx, cases) => void calledBack.push(...cases),
      mailLetter: async (_tx, of, { about, to, code, until, leavesAt }) =>
        void letters.push({ about, person: of, to: to.reveal(), code: code.reveal(), until, leavesAt }),
    },
    settings: {
      profile: 'sandbox',
      measured: { face: false, liveness: false, document: false },
      ...settings,
    },
  };
  const proofing = createProofing(needs);
  return {
    proofing,
    needs,
    script,
    clock,
    jobs,
    notices,
    texts,
    letters,
    calledBack,
    boundPhones,
    landlines,
    offices,
    endedSessions,
    vault,
    audit,
    transact,
    pool,
    /** Someone with an account, and so with a vault. */
    async newPerson(): Promise<PersonId> {
      const id = newId<PersonId>();
      await transact(async (tx) => vaultKeys.set(id, await vault.create(tx, id)));
      return id;
    },
    readIdentity: async (of: PersonId): Promise<unknown> => {
      const key = vaultKeys.get(of);
      return key && vault.read(key, 'identity');
    },
    /** Everybody here has the same card, and what one test tried is not another's. */
    forgetTries: () => sql`DELETE FROM attempts`.execute(pool.db),
    /** The offices are everybody's as well. */
    forgetSilence: () => sql`DELETE FROM office_circuits`.execute(pool.db),
    start: (of: PersonId, required: Required = { ial: 1 }) =>
      transact((tx) => proofing.startCase(tx, of, required)),
    /** What a session holds of the account's vault after it was given back. */
    readWith: (key: VaultKey): Promise<unknown> => vault.read(key, 'identity'),
    /** Every row of every table, as text. */
    dump: () => dumpOf(pool.db),
    async close() {
      await pool.close();
      await database.drop();
      await rm(dir, { recursive: true });
    },
  };
}

const vaultKeys = new Map<PersonId, Awaited<ReturnType<ReturnType<typeof createVault>['create']>>>();

const answer = <T>(said: T | RecordsUnavailable): Result<T, RecordsUnavailable> =>
  said === 'unavailable' || said === 'refused' ? err(said as RecordsUnavailable) : ok(said as T);

/** bytea prints as hex, so what lies in clear inside a blob is looked for in hex too. */
async function dumpOf(db: ReturnType<typeof openPool>['db']): Promise<string> {
  const tables = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`.execute(db);
  const parts = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(name)} AS t`.execute(
      db,
    );
    parts.push(name, ...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}
