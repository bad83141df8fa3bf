import { sql } from 'kysely';
import { createApp, type RunningServer, startServer } from '../http/index.ts';
import { asId, type CaseId } from '../kernel/index.ts';
import { watchLag } from '../modules/audit/index.ts';
import type { JobKind } from '../platform/jobs/index.ts';
import { createPages } from '../web/index.ts';
import { jobPolicies } from './job-policies.ts';
import type { Signet } from './signet.ts';

/** Answers people and agencies until closed. `assets` is the folder of what browsers load. */
export async function runWeb(signet: Signet, assets: string): Promise<RunningServer> {
  const { resources, federation, authentication, agencies } = signet;
  const { settings, log, pool } = resources;
  const agencyOrigins = [
    ...new Set(agencies.all().flatMap((agency) => agency.redirectUris.map((uri) => new URL(uri).origin))),
  ];
  const sandboxHome = settings.SIGNET_SANDBOX_URL;
  const app = createApp({
    assets,
    sessions: authentication.session,
    origin: settings.SIGNET_ORIGIN,
    sandbox: settings.SIGNET_PROFILE === 'sandbox',
    trustedProxies: settings.SIGNET_TRUSTED_PROXIES,
    pages: createPages({
      ...signet,
      hasVault: (person) => signet.vault.exists(person),
      recoveryWaitHours: settings.SIGNET_RECOVERY_WAIT_HOURS,
      reviewRetentionDays: settings.SIGNET_REVIEW_RETENTION_DAYS,
      sandboxHome,
    }),
    async ready() {
      try {
        await sql`SELECT 1`.execute(pool.db);
        return true;
      } catch (error) {
        log.warn({ error }, 'not ready: the database does not answer');
        return false;
      }
    },
    onRequest: (line) => log.info(line, 'request'),
    onFault: (error, reference) => log.error({ error, reference }, 'a request failed'),
  });
  const server = await startServer({
    app,
    federation,
    agencyOrigins,
    trustedProxies: settings.SIGNET_TRUSTED_PROXIES,
    host: settings.SIGNET_HOST,
    port: settings.SIGNET_PORT,
    hostSetting: 'SIGNET_HOST',
    portSetting: 'SIGNET_PORT',
    onFault: (error) => log.error({ error }, 'an OpenID request failed'),
  });
  const watch = watchAuditLog(signet);
  return { ...server, close: async () => void (await Promise.all([watch.stop(), server.close()])) };
}

/** A worker that stands still cannot say so: whoever answers people does. They go on, and so does recording. */
const watchAuditLog = ({ sequencer, resources: { log } }: Signet) =>
  watchLag({
    sequencer,
    onLate: (seconds) => log.error({ seconds }, 'audit entries wait to be sequenced: no worker does it'),
    onCaughtUp: () => log.info({}, 'audit entries are sequenced again'),
    onFault: (error) => log.warn({ error }, 'could not see whether audit entries are sequenced'),
  });

/** Works on jobs, and orders and signs the audit log, until stopped. */
export async function runWorker({
  jobs,
  notices,
  proofing,
  sequencing,
  federation,
  authentication,
  personalData,
  recovery,
}: Signet): Promise<void> {
  const kinds: JobKind[] = [
    { ...jobPolicies.mail, run: ({ id }) => notices.deliverMessage(String(id)) },
    { ...jobPolicies.tellOfEnd, run: (job) => federation.everywhere.tell(job) },
    { ...jobPolicies.sweepMessages, run: () => notices.removeUndelivered() },
    { ...jobPolicies.check, run: ({ caseId }) => proofing.runChecks(asId<CaseId>(String(caseId))) },
    { ...jobPolicies.sweepCases, run: async () => void (await proofing.sweep()) },
    { ...jobPolicies.sweepSessions, run: async () => void (await authentication.removeExpired()) },
    { ...jobPolicies.sweepRecoveries, run: () => recovery.sweep() },
    { ...jobPolicies.sweepDeletions, run: async () => void (await personalData.deletion.sweep()) },
    { ...jobPolicies.sweepArtifacts, run: () => federation.sweep() },
  ];
  sequencing.start();
  await jobs.work(kinds);
}

/** Stops what works by itself. The resources are closed by whoever opened them. */
export async function closeSignet({ jobs, sequencing }: Signet): Promise<void> {
  await jobs.stop();
  await sequencing.stop();
}
