import { hours, type PersonId, systemClock, type Tx } from '../kernel/index.ts';
import { createAccounts, createAuditRefOf } from '../modules/accounts/index.ts';
import {
  createAuditLog,
  createCheckpointer,
  createSequencer,
  createSequencing,
} from '../modules/audit/index.ts';
import { createAuthentication, createPostgresAuthenticationStores } from '../modules/authentication/index.ts';
import { createDisavowals, createNotices } from '../modules/notices/index.ts';
import {
  createEscrow,
  createLikenessDigests,
  createSsnIndex,
  createVault,
  postgresSsnIndexStore,
  postgresVaultStore,
} from '../modules/vault/index.ts';
import type { Settings } from '../platform/config/index.ts';
import { openJobs } from '../platform/jobs/index.ts';
import { databaseFault, transactOn } from '../platform/postgres/index.ts';
import { jobPolicies } from './job-policies.ts';
import type { Resources } from './resources.ts';

/** What lower modules ask of those above them, which stand only later. */
type FromAbove = Pick<
  Parameters<typeof createAuthentication>[0],
  'endAllAtAgencies' | 'endAtAgencies' | 'isProven' | 'renewLostVault'
>;

/** The lower modules, wired: what proofing and federation stand on. */
export async function wireModules(resources: Resources, fromAbove: FromAbove) {
  const { settings, inputs, pool, auditPool, kms, mailer, texts, calls, log } = resources;
  const { db } = pool;
  const origin = settings.SIGNET_ORIGIN;
  const transact = transactOn(db);
  const clock = systemClock;
  const jobs = await openJobs(settings.DATABASE_URL?.reveal() ?? '', jobPolicies, (error, job) =>
    log.warn({ error, job }, 'a job failed and is tried again'),
  ).catch((error: unknown) => {
    throw databaseFault(error);
  });
  const audit = createAuditLog({ db, clock });
  const accounts = createAccounts({ db, kms, clock });
  const vaultStore = postgresVaultStore(db);
  const vault = createVault({ store: vaultStore, kms });
  const service = { name: settings.SIGNET_BRAND, notMeUrl: `${origin}/not-me` };
  const notices = createNotices({ db, kms, jobs, mailer, texts, calls, clock, service });
  const nameInAudit = createAuditRefOf(accounts);
  const subjectOf = (_tx: Tx, person: PersonId) => nameInAudit(person);
  const ssnIndex = createSsnIndex({
    store: postgresSsnIndexStore(db),
    kms,
    audit,
    subjectOf,
    clock,
  });
  const checkpointer = createCheckpointer({
    db: auditPool.db,
    kms,
    origin: `${new URL(origin).host}/audit`,
    clock,
  });
  const sequencer = createSequencer({ db: auditPool.db });
  const sequencing = createSequencing({
    sequencer,
    checkpointer,
    onFault: (error) => log.error({ error }, 'audit entries could not be sequenced or signed; trying again'),
  });
  const escrow = settings.SIGNET_VAULT_ESCROW
    ? createEscrow({ store: vaultStore, kms, audit, subjectOf, transact })
    : undefined;
  const authentication = createAuthentication({
    ...(escrow ? { escrow } : {}),
    ...fromAbove,
    disavowals: createDisavowals({ db, clock }),
    stores: createPostgresAuthenticationStores(db, vault),
    transact,
    kms,
    vault,
    audit,
    notices,
    lines: inputs.authorities.phoneLines,
    accounts,
    clock,
    placeOf: inputs.placeOf,
    leakedPasswords: inputs.leakedPasswords,
    onPasskeyRefused: (refused) => log.warn({ ...refused }, 'a passkey was refused'),
    settings: {
      origin,
      rpId: new URL(origin).hostname,
      serviceName: settings.SIGNET_BRAND,
      waitBeforeRecovery: hours(settings.SIGNET_RECOVERY_WAIT_HOURS),
      phones: phonesOf(settings, calls),
    },
  });
  return {
    transact,
    clock,
    jobs,
    audit,
    accounts,
    vault,
    notices,
    subjectOf,
    ssnIndex,
    likenessOf: createLikenessDigests(kms),
    checkpointer,
    sequencer,
    sequencing,
    authentication,
    agencies: inputs.agencies,
  };
}

export type Modules = Awaited<ReturnType<typeof wireModules>>;

const phonesOf = (settings: Settings, calls: Resources['calls']) => ({
  profile: settings.SIGNET_PROFILE,
  countries: settings.SIGNET_PHONE_COUNTRIES,
  perCountryAnHour: settings.SIGNET_PHONE_CODES_PER_HOUR,
  calls: calls !== undefined,
});
