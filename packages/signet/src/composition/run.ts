import { createApp, type RunningServer, startServer } from '../http/index.ts';
import { asId, type CaseId } from '../kernel/index.ts';
import { originsOf } from '../modules/agencies/index.ts';
import { watchLag } from '../modules/audit/index.ts';
import { authenticationJobs, recoveryJobs } from '../modules/authentication/index.ts';
import { federationJobs } from '../modules/federation/index.ts';
import { noticesJobs } from '../modules/notices/index.ts';
import { personalDataJobs } from '../modules/personal-data/index.ts';
import { type Figures, lastDays, proofingJobs, wholeWeeks } from '../modules/proofing/index.ts';
import type { JobKind } from '../platform/jobs/index.ts';
import { answeringWithin, askWhetherUsable, refuseWrongClock } from '../platform/postgres/index.ts';
import { createPages, type Pages } from '../web/index.ts';
import { watchReadiness } from './readiness.ts';
import { sayRequestFailed, sayTriedAgain } from './say-faults.ts';
import type { Signet } from './signet.ts';

/** Answers people and agencies until closed. `assets` is the folder of what browsers load. */
export async function runWeb(signet: Signet, assets: string): Promise<RunningServer> {
  const { resources, federation, authentication, agencies } = signet;
  const { settings, log } = resources;
  const onRequest: Parameters<typeof createApp>[0]['onRequest'] = (line) => log.info({ ...line }, 'request');
  const app = createApp({
    assets,
    assetsBefore: settings.SIGNET_ASSETS_BEFORE,
    sessions: authentication.session,
    origin: settings.SIGNET_ORIGIN,
    sandbox: settings.SIGNET_PROFILE === 'sandbox',
    outbox: settings.SIGNET_SANDBOX_URL && new URL('/outbox', settings.SIGNET_SANDBOX_URL).href,
    trustedProxies: settings.SIGNET_TRUSTED_PROXIES,
    pages: pagesOf(signet),
    sandboxHome: settings.SIGNET_SANDBOX_URL,
    mostPhotoMegabytes: settings.SIGNET_MOST_PHOTO_MEGABYTES,
    onRequest,
    onFault: (error, reference) => sayRequestFailed(log, error, { reference }, 'a request failed'),
  });
  const server = await startServer({
    app,
    federation,
    agencyOrigins: originsOf(agencies),
    ready: readinessOf(signet),
    limits: {
      mostRequests: settings.SIGNET_MOST_REQUESTS,
      notReadySeconds: settings.SIGNET_STOP_NOT_READY_SECONDS,
      finishSeconds: settings.SIGNET_STOP_FINISH_SECONDS,
    },
    sandbox: settings.SIGNET_PROFILE === 'sandbox',
    trustedProxies: settings.SIGNET_TRUSTED_PROXIES,
    host: settings.SIGNET_HOST,
    port: settings.SIGNET_PORT,
    hostSetting: 'SIGNET_HOST',
    portSetting: 'SIGNET_PORT',
    onRequest,
    onFault: (error) => sayRequestFailed(log, error, {}, 'an OpenID request failed'),
  });
  const watch = watchAuditLog(signet);
  return { ...server, close: async () => void (await Promise.all([watch.stop(), server.close()])) };
}

/** Well formed, and never given out: it is looked for as any other. */
const cookieOfNobody = `${'A'.repeat(22)}.${'A'.repeat(43)}`;

/** Asks as requests do: everybody's begins with their session. */
function readinessOf({ resources, authentication }: Signet): () => Promise<boolean> {
  const { pool, log, settings } = resources;
  const ask = () => Promise.all([askWhetherUsable(pool.db), authentication.session.load(cookieOfNobody)]);
  return watchReadiness(ask, answeringWithin(settings.SIGNET_DATABASE_TIMEOUT_SECONDS).lookUp, log);
}

/** Pages get what they show and do, and no database, key or mailer beside it. */
function pagesOf(signet: Signet): Pages {
  const { accounts, agencies, audit, authentication, federation, personalData, proofing, recovery } = signet;
  const { resources, transact, vault } = signet;
  const { log, settings } = resources;
  return createPages({
    accounts,
    agencies,
    audit,
    checkpointer: signet.checkpointer,
    authentication,
    federation,
    personalData,
    proofing,
    recovery,
    transact,
    vault,
    hasVault: (person) => vault.exists(person),
    onUnanswered: (error) =>
      sayTriedAgain(log, error, {}, 'an agency was not answered with the sign-in, and is answered after it'),
    recoveryWaitHours: settings.SIGNET_RECOVERY_WAIT_HOURS,
    figures: settings.SIGNET_SHOW_FIGURES ? () => shownFigures(signet) : undefined,
    reviewRetentionDays: settings.SIGNET_REVIEW_RETENTION_DAYS,
    origin: settings.SIGNET_ORIGIN,
    sandboxHome: settings.SIGNET_SANDBOX_URL,
  });
}

/** Weeks that no two readings share in part, so that they never differ by a few people. In the sandbox nobody is real: up to today. */
function shownFigures({ clock, proofing, resources: { settings } }: Signet): Promise<Figures> {
  const now = clock.now();
  const window = settings.SIGNET_PROFILE === 'sandbox' ? lastDays(now, 28) : wholeWeeks(now);
  return proofing.figures({ ...window, least: settings.SIGNET_SMALLEST_FIGURE });
}

/** A worker that stands still cannot say so: whoever answers people does. They go on, and so does recording. */
const watchAuditLog = ({ sequencer, resources: { log } }: Signet) =>
  watchLag({
    sequencer,
    onLate: (seconds) => log.error({ seconds }, 'audit entries wait to be sequenced: no worker does it'),
    onCaughtUp: () => log.info({}, 'audit entries are sequenced again'),
    onFault: (error) => sayTriedAgain(log, error, {}, 'could not see whether audit entries are sequenced'),
  });

/** Works on jobs, and orders and signs the audit log, until stopped. */
export async function runWorker(signet: Signet): Promise<void> {
  signet.sequencing.start();
  await signet.jobs.work(jobKinds(signet));
}

/** What runs for each kind, in a worker. */
export const jobKinds = (signet: Signet): JobKind[] => [
  { ...noticesJobs.deliver, run: ({ id }) => signet.notices.deliverMessage(String(id)) },
  { ...noticesJobs.sweep, run: sweeping(signet, () => signet.notices.removeUndelivered()) },
  { ...federationJobs.tellOfEnd, run: (job) => signet.federation.everywhere.tell(job) },
  { ...federationJobs.sweep, run: sweeping(signet, () => signet.federation.sweep()) },
  {
    ...proofingJobs.check,
    run: ({ caseId, behind = 0 }) => signet.proofing.runChecks(asId<CaseId>(String(caseId)), Number(behind)),
  },
  {
    ...proofingJobs.letterNotMailed,
    run: ({ caseId, why }) =>
      signet.proofing.letterNotMailed(
        asId<CaseId>(String(caseId)),
        why === 'not-mailable' ? why : 'post-silent',
      ),
  },
  { ...proofingJobs.sweep, run: sweeping(signet, () => signet.proofing.sweep()) },
  { ...authenticationJobs.sweep, run: sweeping(signet, () => signet.authentication.removeExpired()) },
  { ...recoveryJobs.sweep, run: sweeping(signet, () => signet.recovery.sweep()) },
  { ...personalDataJobs.sweep, run: sweeping(signet, () => signet.personalData.deletion.sweep()) },
];

/** What a sweep takes away is gone: one that goes by a wrong clock would take what people still wait for. */
const sweeping =
  ({ resources, clock }: Signet, sweep: () => Promise<unknown>): JobKind['run'] =>
  async () => {
    await refuseWrongClock(resources.pool.db, clock);
    await sweep();
  };
