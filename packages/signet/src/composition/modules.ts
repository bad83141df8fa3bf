import { type Clock, hours, type PersonId, systemClock, type Tx } from '../kernel/index.ts';
import { createAccounts, createAuditRefOf } from '../modules/accounts/index.ts';
import {
  createAuditLog,
  createCheckpointer,
  createSequencer,
  createSequencing,
} from '../modules/audit/index.ts';
import { createAuthentication, createPostgresAuthenticationStores } from '../modules/authentication/index.ts';
import { createDisavowals, createNotices, type NotMailedReason } from '../modules/notices/index.ts';
import { proofingJobs } from '../modules/proofing/index.ts';
import type { Circuits } from '../modules/records/index.ts';
import {
  createEscrow,
  createLikenessDigests,
  createSsnIndex,
  createVault,
  postgresSsnIndexStore,
  postgresVaultStore,
} from '../modules/vault/index.ts';
import type { Settings } from '../platform/config/index.ts';
import { type Jobs, openJobs } from '../platform/jobs/index.ts';
import { databaseFault, transactOn } from '../platform/postgres/index.ts';
import { circuitsOf } from './authorities.ts';
import { jobPolicies } from './job-policies.ts';
import type { Resources } from './resources.ts';
import { sayFault, sayGivenUp, sayTriedAgain } from './say-faults.ts';

/** What lower modules ask of those above them, which stand only later. */
type FromAbove = Pick<
  Parameters<typeof createAuthentication>[0],
  'endAllAtAgencies' | 'endAtAgencies' | 'isProven' | 'renewLostVault'
>;

/** The lower modules, wired: what proofing and federation stand on. */
export async function wireModules(resources: Resources, fromAbove: FromAbove) {
  const { settings, inputs, pool, kms, mailer, texts, calls, post } = resources;
  const { db } = pool;
  const clock = systemClock;
  const transact = transactOn(db);
  const jobs = await openQueue(resources);
  const audit = createAuditLog({ db, clock });
  const accounts = createAccounts({ db, kms, clock });
  const nameInAudit = createAuditRefOf(accounts);
  const subjectOf = (_tx: Tx, person: PersonId) => nameInAudit(person);
  const vaultStore = postgresVaultStore(db);
  const vault = createVault({ store: vaultStore, kms });
  const service = {
    name: settings.SIGNET_BRAND,
    notMeUrl: `${settings.SIGNET_ORIGIN}/not-me`,
    timeZone: settings.SIGNET_TIME_ZONE,
  };
  const notices = createNotices({
    ...{ db, transact, kms, jobs, mailer, texts, calls, post, clock, service },
    sender: settings.SIGNET_POST_SENDER,
    onNotMailed: sayNotMailed(resources, jobs),
  });
  const ssnIndex = createSsnIndex({ store: postgresSsnIndexStore(db), kms, audit, subjectOf, clock });
  const escrow = settings.SIGNET_VAULT_ESCROW
    ? createEscrow({ store: vaultStore, kms, audit, subjectOf, transact })
    : undefined;
  const circuits = circuitsOf(resources, { clock, transact });
  const lower = { transact, clock, jobs, audit, accounts, vault, notices, subjectOf, ssnIndex, circuits };
  return {
    ...lower,
    ...wireSequencing(resources, clock),
    likenessOf: createLikenessDigests(kms),
    authentication: wireAuthentication(resources, fromAbove, { ...lower, escrow }),
    agencies: inputs.agencies,
  };
}

/** The operator reads it, and the case that it was for goes on. */
const sayNotMailed =
  ({ log }: Resources, jobs: Jobs) =>
  (tx: Tx, caseId: string, why: NotMailedReason): Promise<void> => {
    log.warn({ why }, 'a letter was not mailed; its case goes on without it');
    return jobs.enqueue(tx, proofingJobs.letterNotMailed.name, { caseId, why });
  };

const openQueue = ({ settings, log }: Resources) =>
  openJobs(settings.DATABASE_URL?.reveal() ?? '', jobPolicies, (error, job, isLast) =>
    isLast
      ? sayGivenUp(log, error, { job }, 'a job failed the last time that it is tried, and is not done')
      : sayTriedAgain(log, error, { job }, 'a job failed and is tried again'),
  ).catch((error: unknown) => {
    throw databaseFault(error);
  });

/** What orders, chains and signs the audit log, with the login that alone may. */
function wireSequencing({ settings, auditPool, kms, log }: Resources, clock: Clock) {
  const { db } = auditPool;
  const origin = `${new URL(settings.SIGNET_ORIGIN).host}/audit`;
  const checkpointer = createCheckpointer({ db, kms, origin, clock });
  const sequencer = createSequencer({ db });
  const sequencing = createSequencing({
    sequencer,
    checkpointer,
    onFault: (error) => sayFault(log, error, 'audit entries could not be sequenced or signed; trying again'),
  });
  return { checkpointer, sequencer, sequencing };
}

type AuthenticationNeeds = Parameters<typeof createAuthentication>[0];

function wireAuthentication(
  { settings, inputs, pool, kms, calls, log }: Resources,
  fromAbove: FromAbove,
  lower: Pick<
    AuthenticationNeeds,
    'accounts' | 'audit' | 'clock' | 'escrow' | 'notices' | 'transact' | 'vault'
  > & { readonly circuits: Circuits },
) {
  const { accounts, audit, circuits, clock, escrow, notices, transact, vault } = lower;
  const { phoneLines } = inputs.authorities;
  const origin = settings.SIGNET_ORIGIN;
  return createAuthentication({
    ...(escrow ? { escrow } : {}),
    ...fromAbove,
    disavowals: createDisavowals({ db: pool.db, clock }),
    stores: createPostgresAuthenticationStores(pool.db, vault),
    transact,
    kms,
    vault,
    audit,
    notices,
    lines: { look: (number) => circuits.askForPage('phone-carrier', () => phoneLines.look(number)) },
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
}

export type Modules = Awaited<ReturnType<typeof wireModules>>;

const phonesOf = (settings: Settings, calls: Resources['calls']) => ({
  profile: settings.SIGNET_PROFILE,
  countries: settings.SIGNET_PHONE_COUNTRIES,
  perCountryAnHour: settings.SIGNET_PHONE_CODES_PER_HOUR,
  calls: calls !== undefined,
});
