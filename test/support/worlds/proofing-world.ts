import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import {
  type AuditRef,
  asId,
  type CaseId,
  err,
  manualClock,
  newId,
  ok,
  type PersonId,
  Redacted,
  type Tx,
} from '../../../packages/signet/src/kernel/index.ts';
import { createAuditLog } from '../../../packages/signet/src/modules/audit/index.ts';
import type { FaceComparison } from '../../../packages/signet/src/modules/biometrics/index.ts';
import type {
  LicenseFields,
  LicenseReading,
  Photo,
  PhotoQuality,
} from '../../../packages/signet/src/modules/evidence/index.ts';
import type {
  CaseView,
  PhotoRole,
  Proofing,
  ProofingDeps,
  ProofingNotice,
  Required,
} from '../../../packages/signet/src/modules/proofing/index.ts';
import {
  createPostgresProofingStores,
  createProofing,
} from '../../../packages/signet/src/modules/proofing/index.ts';
import type {
  MotorVehicleAnswer,
  PhoneCarrierAnswer,
  SocialSecurityAnswer,
} from '../../../packages/signet/src/modules/records/index.ts';
import {
  createSsnIndex,
  createVault,
  digestingLikeness,
  postgresSsnIndexStore,
  postgresVaultStore,
  type VaultKey,
} from '../../../packages/signet/src/modules/vault/index.ts';
import { openLocalKms } from '../../../packages/signet/src/platform/kms/index.ts';
import { openPool, transactOn } from '../../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase } from '../database/database.ts';

/** For tests: proofing on a real database, vault, KMS and audit log; only eyes and authorities are scripted. */
export type World = Awaited<ReturnType<typeof openWorld>>;

const found = { x: 10, y: 10, width: 200, height: 240, confidence: 0.99 };
export const faces = (similarity: number, liveness = 0.9): FaceComparison => ({
  ok: true,
  similarity,
  liveness,
  portraitFace: found,
  selfieFace: found,
  stages: { embed: 11 },
});

export const person = {
  familyName: 'Rivera-Specimen',
  givenName: 'Anastasia',
  birthDate: '1983-03-14',
  documentNumber: 'R4417209',
  expiryDate: '2031-03-14',
  street: '1420 Juniper Street',
  city: 'Port Alder',
  state: 'ZZ',
  postalCode: '00012',
  ssn: '900-12-3417',
  phone: '(202) 555-0101',
} as const;

const good: PhotoQuality = { sharpness: 100, glareShare: 0, brightness: 120, problems: [] };
export const blurry: PhotoQuality = { ...good, sharpness: 3, problems: ['blurry'] };

const { ssn: _ssn, phone: _phone, ...licenseFields } = person;
export const license: LicenseReading = {
  kind: 'license',
  front: good,
  back: good,
  barcode: {
    ok: true,
    value: { fields: licenseFields, issuerId: '636999', version: 10, knownVersion: true },
  },
  comparison: (['familyName', 'givenName', 'birthDate', 'documentNumber', 'expiryDate'] as const).map(
    (field) => ({ field, agreement: 'same' }),
  ),
  specimen: true,
  stages: { barcode: 300 },
};
export const withFields = (changes: Partial<LicenseFields>): LicenseReading => ({
  ...license,
  barcode: {
    ok: true,
    value: { fields: { ...licenseFields, ...changes }, issuerId: '636999', version: 10, knownVersion: true },
  },
});

const confirmed: MotorVehicleAnswer = {
  status: 'valid',
  match: {
    documentNumber: 'match',
    familyName: 'match',
    givenName: 'match',
    birthDate: 'match',
    expiryDate: 'match',
    postalCode: 'match',
  },
};

export const account = {
  status: 'active',
  name: 'match',
  carrier: 'alder-wireless',
  lineType: 'mobile',
} as const satisfies PhoneCarrierAnswer;

/** What the scripted eyes and authorities say; a test changes what it is about. `calls` counts them. */
export class Script {
  quality: PhotoQuality = good;
  document: LicenseReading = license;
  face: FaceComparison = faces(0.71);
  motorVehicles: MotorVehicleAnswer | 'unavailable' = confirmed;
  socialSecurity: SocialSecurityAnswer | 'unavailable' = 'match';
  phoneCarrier: PhoneCarrierAnswer | 'unavailable' = account;
  /** Runs before each check; a test throws here to kill the worker. */
  before: (check: keyof Script['calls']) => void | Promise<void> = () => {};
  readonly calls = { document: 0, face: 0, motorVehicles: 0, socialSecurity: 0, phoneCarrier: 0 };
  readonly asked: unknown[] = [];

  async call<T>(check: keyof Script['calls'], answer: () => T): Promise<T> {
    await this.before(check);
    this.calls[check]++;
    return answer();
  }
}

/** Bytes that stand for a photo; each is another one. */
export const photoBytes = (): Uint8Array =>
  Buffer.concat([Buffer.from('JPEG of the specimen '), randomBytes(16)]);

export async function openWorld(settings: Partial<ProofingDeps['settings']> = {}) {
  const database = await createTestDatabase();
  const pool = openPool(database.url, (error) => console.error(error));
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-proofing-'));
  const kms = await openLocalKms(path.join(dir, 'kms.json'));
  const transact = transactOn(pool.db);
  const clock = manualClock(new Date('2026-05-04T12:00:00Z'));
  const script = new Script();
  const jobs: { name: string; data: Record<string, string | number>; afterSeconds: number }[] = [];
  const notices: { person: PersonId; notice: ProofingNotice }[] = [];
  const texts: { person: PersonId; to: string; code: string; until: Date }[] = [];
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
  const deps: ProofingDeps = {
    clock,
    transact,
    stores,
    jobs: {
      async enqueue(_tx, name, data, options) {
        jobs.push({ name, data, afterSeconds: options?.afterSeconds ?? 0 });
      },
    },
    intake: {
      take: async (bytes) =>
        bytes.length === 0
          ? err('empty')
          : ok<Photo>({ jpeg: Buffer.from(bytes), width: 1600, height: 1000 }),
      measure: async () => script.quality,
    },
    licenseReader: { read: () => script.call('document', () => script.document) },
    faceMatcher: { compare: () => script.call('face', () => script.face) },
    motorVehicles: {
      verify: (query) => {
        script.asked.push(query);
        return script.call('motorVehicles', () => answer(script.motorVehicles));
      },
    },
    socialSecurity: {
      verify: (query) => {
        script.asked.push({ ...query, ssn: query.ssn.reveal() });
        return script.call('socialSecurity', () => answer(script.socialSecurity));
      },
    },
    phoneCarrier: {
      verify: (query) => {
        script.asked.push({ ...query, phoneNumber: query.phoneNumber.reveal() });
        return script.call('phoneCarrier', () => answer(script.phoneCarrier));
      },
    },
    vault,
    ssnIndex,
    likenessOf: digestingLikeness(kms),
    audit,
    subjectOf,
    notices: {
      send: async (_tx, to, notice) => void notices.push({ person: to, notice }),
      textCode: async (_tx, of, { to, code, until }) =>
        void texts.push({ person: of, to: to.reveal(), code: code.reveal(), until }),
    },
    settings: {
      profile: 'sandbox',
      acceptsIssuer: (issuer) => issuer === '636999',
      measured: { face: false, liveness: false, document: false },
      ...settings,
    },
  };
  const proofing = createProofing(deps);
  return {
    proofing,
    deps,
    script,
    clock,
    jobs,
    notices,
    texts,
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

const answer = <T>(said: T | 'unavailable') => (said === 'unavailable' ? err('unavailable') : ok(said as T));

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

/** Gives every answer up to "check your answers". */
export async function answerAll(world: World, of: PersonId, ssn: string = person.ssn): Promise<CaseView> {
  const { proofing } = world;
  await proofing.chooseDocument(of, 'license');
  await proofing.giveConsent(of, '1');
  for (const role of ['front', 'back', 'selfie'] as const) await addGoodPhoto(world, of, role);
  await proofing.giveSsn(of, new Redacted(ssn));
  return confirmOwnPhone(world, of);
}

/** Every phone of a test is another one: only so many texts a day go to one number. */
let phones = 0;
const freshPhone = (): string => {
  phones++;
  return `+1${205 + Math.floor(phones / 100)}55501${String(phones % 100).padStart(2, '0')}`;
};

/** Gives a number and the code that was texted to it. */
export async function confirmOwnPhone(
  world: World,
  of: PersonId,
  phone: string = freshPhone(),
): Promise<CaseView> {
  settled(await world.proofing.givePhone(of, new Redacted(phone)));
  const digits = phone.replaceAll(/\D/g, '').slice(-10);
  const code = world.texts.findLast(({ to }) => to.endsWith(digits))?.code ?? '';
  return settled(await world.proofing.confirmPhone(of, new Redacted(code)));
}

export async function addGoodPhoto(world: World, of: PersonId, role: PhotoRole): Promise<CaseView> {
  return settled(await world.proofing.addPhoto(of, role, photoBytes()));
}

export function settled<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`unexpected: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Submits, and runs the job that submitting asked for. */
export async function check(world: World, of: PersonId): Promise<CaseView> {
  const sent = settled(await world.proofing.submit(of));
  await world.proofing.runChecks(sent.id);
  return current(world.proofing, of);
}

export async function current(proofing: Proofing, of: PersonId): Promise<CaseView> {
  const view = await proofing.currentCase(of);
  if (!view) throw new Error('no case');
  return view;
}

/** A new person from the start page to the first decision. */
export async function wholeCase(
  world: World,
  ssn?: string,
): Promise<{ of: PersonId; view: CaseView; id: CaseId }> {
  const of = await world.newPerson();
  await world.start(of);
  await answerAll(world, of, ssn);
  const view = await check(world, of);
  return { of, view, id: view.id };
}
