import type { ChildProcess } from 'node:child_process';
import { days } from '../kernel/index.ts';
import { levelsAt } from '../modules/assurance/index.ts';
import type { AccountRecovery } from '../modules/authentication/index.ts';
import { createFaceMatcher, type FaceMatcher } from '../modules/biometrics/index.ts';
import { createDocumentReaders, decodePhoto, measurePhoto, sniffPhoto } from '../modules/evidence/index.ts';
import { createFederation, type Federation } from '../modules/federation/index.ts';
import type { PersonalDataOffice } from '../modules/personal-data/index.ts';
import {
  createPostgresProofingStores,
  createProofing,
  type Proofing,
  tellOfProofing,
} from '../modules/proofing/index.ts';
import { createQuotas, postgresQuotas } from '../modules/quotas/index.ts';
import { canPrint } from '../platform/post/index.ts';
import { langOfRequest, providerPages } from '../web/federation/index.ts';
import { showTimesIn, speakOfService } from '../web/locales/index.ts';
import { sessionCookie } from '../web/request/index.ts';
import { createFrameTurns } from './frame-turns.ts';
import { createLateLook } from './late-look.ts';
import { type Modules, wireModules } from './modules.ts';
import { wirePersonalData } from './personal-data.ts';
import { openPhotoJudge, type PhotoJudge } from './photo-judge.ts';
import type { Resources } from './resources.ts';
import { sayTriedAgain } from './say-faults.ts';

/** All of Signet, wired and not yet answering anyone. */
export interface Signet extends Modules {
  readonly resources: Resources;
  readonly proofing: Proofing;
  readonly recovery: AccountRecovery;
  readonly federation: Federation;
  readonly personalData: PersonalDataOffice;
  readonly photoJudge: PhotoJudge | undefined;
}

/** Starts the process that looks at photos while their senders wait. */
type StartJudging = () => ChildProcess;

export async function wireSignet(resources: Resources, startJudging?: StartJudging): Promise<Signet> {
  speakOfService(resources.settings.SIGNET_BRAND);
  showTimesIn(resources.settings.SIGNET_TIME_ZONE);
  const modules = await wireModules(resources, {
    renewLostVault: (tx, presence) => proofing.reclaimAccount(tx, presence),
    endAtAgencies: (tx, person, refs) => federation.everywhere.endOf(tx, person, refs),
    endAllAtAgencies: (tx, person) => federation.everywhere.end(tx, person),
    isProven: async (person) => (await proofing.identityOf(person)) !== undefined,
  });
  const photoJudge = photoJudgeOf(resources, modules, startJudging);
  const proofing = wireProofing(resources, modules, photoJudge);
  const recovery = modules.authentication.accountRecovery;
  const federation = await wireFederation(resources, modules, proofing);
  const personalData = wirePersonalData(resources, modules, proofing, recovery, federation);
  return { ...modules, resources, proofing, recovery, federation, personalData, photoJudge };
}

function photoJudgeOf(
  { settings, log }: Resources,
  { clock }: Modules,
  start: StartJudging | undefined,
): PhotoJudge | undefined {
  if (!start || !settings.SIGNET_PHOTOS_AT_ONCE) return undefined;
  return openPhotoJudge(start, { clock, sandbox: settings.SIGNET_PROFILE === 'sandbox', log });
}

/** Without the judging process frames are looked at here, one at a time and in the same turns. */
function followHere(faceMatcher: FaceMatcher): PhotoJudge['follow'] {
  const turns = createFrameTurns();
  return (from, frames) => turns(from, () => faceMatcher.follow(frames));
}

function wireProofing(
  { settings, inputs, pool, kms, post, log }: Resources,
  modules: Modules,
  photoJudge: PhotoJudge | undefined,
): Proofing {
  const { authentication, clock } = modules;
  const faceMatcher = createFaceMatcher();
  return createProofing({
    ...belowProofing(modules),
    stores: createPostgresProofingStores(pool.db, kms),
    intake: {
      sniff: (bytes) => sniffPhoto(bytes),
      decode: (of, file) => decodePhoto(of, file),
      measure: measurePhoto,
      judgeAtOnce: async (of, what, photo) => photoJudge?.judge(of, what, photo),
      follow: photoJudge?.follow ?? followHere(faceMatcher),
    },
    quotas: createQuotas(postgresQuotas(pool.db), kms, clock),
    readers: createDocumentReaders(),
    lookLate: createLateLook({ clock, sandbox: settings.SIGNET_PROFILE === 'sandbox', log }),
    faceMatcher,
    records: inputs.authorities.records,
    hasPhone: (tx, person, number) => authentication.phone.has(tx, person, number),
    isSignedIn: (person, session) => authentication.session.isSignedIn(person, session),
    lineTypeOf: (number) => authentication.phone.lineType(number),
    notices: noticesOfProofing(modules, settings, post !== undefined),
    settings: {
      profile: settings.SIGNET_PROFILE,
      measured: inputs.measured,
      keepEvidenceForReview: days(settings.SIGNET_REVIEW_RETENTION_DAYS),
      ...(settings.SIGNET_PROFILE === 'sandbox' && { letterLeavesAfter: 0 }), // nobody there has to wait for mail
    },
  });
}

/** What proofing has of the modules below it as it is. */
const belowProofing = ({
  audit,
  circuits,
  clock,
  jobs,
  likenessOf,
  ssnIndex,
  subjectOf,
  transact,
  vault,
}: Modules) => ({ audit, circuits, clock, jobs, likenessOf, ssnIndex, subjectOf, transact, vault });

const noticesOfProofing = (modules: Modules, settings: Resources['settings'], mailsLetters: boolean) =>
  tellOfProofing(modules, {
    origin: settings.SIGNET_ORIGIN,
    reviewDays: settings.SIGNET_REVIEW_RETENTION_DAYS,
    mailsLetters,
    canPrint,
  });

function wireFederation(resources: Resources, modules: Modules, proofing: Proofing): Promise<Federation> {
  const { settings, pool, kms, log } = resources;
  const { accounts, agencies, audit, clock, jobs, transact, vault } = modules;
  return createFederation(
    {
      accounts,
      agencies,
      audit,
      clock,
      jobs,
      transact,
      vault,
      issuer: settings.SIGNET_ORIGIN,
      agenciesOnLoopback: settings.SIGNET_PROFILE === 'sandbox',
      kms,
      sessions: modules.authentication.session,
      signOut: modules.authentication.session.signOut,
      sessionCookie: sessionCookie(settings.SIGNET_ORIGIN.startsWith('https:')),
      levels: levelsAt(settings.SIGNET_ORIGIN, { sandbox: settings.SIGNET_PROFILE === 'sandbox' }),
      pages: providerPages({ sandbox: settings.SIGNET_PROFILE === 'sandbox' }),
      langOf: langOfRequest,
      proofing,
      onFault: (error, what) =>
        sayTriedAgain(
          log,
          error,
          { what },
          'the OpenID provider met a fault, or an agency did not answer it',
        ),
      onRefused: (refused) => log.warn({ ...refused }, 'an OpenID request was refused'),
    },
    pool.db,
  );
}

/** Stops what works by itself. The resources are closed by whoever opened them. */
export async function closeSignet({ jobs, sequencing, photoJudge }: Signet): Promise<void> {
  photoJudge?.stop();
  await jobs.stop();
  await sequencing.stop();
}
