import { AppError, type PersonId, recentCounts, type Tx } from '../../kernel/index.ts';
import { giveUpWaiting, lacksEvidence, mayWaive, rule } from './adjudication/index.ts';
import { addPhoto, chooseDocument, giveConsent, giveSsn, usePhotoAnyway } from './answers/index.ts';
import {
  type Cases,
  createCase,
  createCases,
  isGone,
  isMailable,
  type LiveCase,
  startAgain,
  startCase,
  submitCase,
  sweepCases,
  viewOf,
  withdrawCase,
} from './cases/index.ts';
import { progressOf, runChecks } from './checks/index.ts';
import { erasePerson } from './erase-person.ts';
import { forgetSignals, noteNetwork, reasonsToLook } from './fraud/index.ts';
import { provenIdentity } from './identity/index.ts';
import { checkLimits } from './limits.ts';
import { addFrame, beginLiveSelfie, SentFrames } from './live-selfie/index.ts';
import {
  confirmMailedCode,
  lacksMailedCode,
  letterNotMailed,
  mailCode,
  mailCodeAgain,
} from './mailed-code/index.ts';
import { codesByMail, deploymentOf, offersOf } from './offers.ts';
import { planPaths } from './paths/index.ts';
import {
  confirmPhone,
  forgetPhoneCodes,
  givePhone,
  resendPhoneCode,
  sayNoPhone,
} from './phone-account/index.ts';
import { createPhoneCapture, endWithLastPhoto, forgetPhoneLinks } from './phone-capture/index.ts';
import type { ProofingNeeds } from './ports.ts';
import type { Proofing } from './proofing.ts';
import { isUnderWay, mayClaim, proveAgain, reclaimAccount } from './repeated-proofing/index.ts';
import { openReviews, settleReview } from './review/index.ts';
import { figuresOf } from './scoreboard/index.ts';
import { type ProofingSettings, proofingDefaults } from './settings.ts';

/** The rooms meet here: each is made from just what it needs, and knows none of its neighbors. */
export function createProofing(needs: ProofingNeeds): Proofing {
  const settings: ProofingSettings = { ...proofingDefaults, ...needs.settings };
  const { stores } = needs;
  const identityOf = (person: PersonId) => provenIdentity(stores.proven, deploymentOf(settings), person);
  const files = caseFiles(needs, settings);
  const cases = createCases(files);
  const adjudication = adjudicationNeeds(needs, settings, cases);
  return {
    ...caseActs(needs, files, cases, identityOf),
    ...answerActs(needs, settings, cases),
    ...phoneActs(needs, settings, cases),
    ...letterActs(needs, settings, cases),
    ...recoveryActs(needs, files, cases, identityOf),
    plan: (have, demand) => planPaths(have, demand, offersOf(needs.notices, settings)),
    phoneCapture: createPhoneCapture({ ...needs, links: stores.phoneLinks, cases, settings }),

    identityOf,
    figures: (of) => figuresOf(stores.passages, of),
    erase: (tx, person) => erasePerson(needs, tx, person),

    openReviews: () => openReviews({ reviews: stores.reviews, settings }),
    settleReview: (reference, decision, agent) =>
      settleReview(
        {
          ...needs,
          ...stores,
          cases,
          settings,
          mayWaive,
          lacksEvidence,
        },
        reference,
        decision,
        agent,
      ),

    runChecks: (id, behind) =>
      runChecks(
        {
          ...needs,
          cases,
          findings: stores.findings,
          settings,
          rule: (of, findings, kept) => rule(adjudication, of, findings, kept),
          giveUpWaiting: (of) => giveUpWaiting(adjudication, of),
        },
        id,
        behind,
      ),
    sweep: () =>
      sweepCases({
        ...files,
        jobs: needs.jobs,
        settings,
        giveUpWaiting: (of) => giveUpWaiting(adjudication, of),
        async forgetRecovery(tx, subject) {
          await needs.vault.erase(tx, subject);
          await stores.proven.erase(tx, subject);
        },
        async forgetPhones(now) {
          await forgetPhoneCodes(stores.phoneCodes, now);
          await forgetPhoneLinks(stores.phoneLinks, now);
          await forgetSignals(stores.signals, now);
        },
      }),
  };
}

type IdentityOf = Proofing['identityOf'];
type CaseFiles = ReturnType<typeof caseFiles>;

const caseFiles = (
  { clock, transact, stores, audit, subjectOf, notices }: ProofingNeeds,
  settings: ProofingSettings,
) => ({
  clock,
  transact,
  store: stores.cases,
  images: stores.images,
  passages: stores.passages,
  closeReview: stores.reviews.close,
  endPhoneLink: (tx: Tx, of: LiveCase) => endWithLastPhoto(stores.phoneLinks, tx, of),
  callBackLetters: notices.callBackLetters,
  audit,
  subjectOf,
  notices,
  settings,
});

const adjudicationNeeds = (
  needs: ProofingNeeds,
  settings: ProofingSettings,
  cases: Cases,
  { clock, transact, stores, ssnIndex, likenessOf, vault, notices } = needs,
) => ({
  clock,
  transact,
  isMailable: (of: LiveCase) => isMailable(of, notices.canPrint),
  lookLate: needs.lookLate,
  reasonsToLook: (of: LiveCase) => reasonsToLook({ clock, cases, signals: stores.signals, settings }, of),
  lacksMailedCode,
  mailCode: (of: LiveCase) => mailCode(letterNeeds(needs, settings, cases), of),
  cases,
  proven: stores.proven,
  findings: stores.findings,
  reviews: stores.reviews,
  ssnIndex,
  likenessOf,
  vault,
  settings,
  deployment: deploymentOf(settings),
});

/** The least level that counts as proven; 0 for nobody's. */
const levelFrom = (identityOf: IdentityOf) => async (person: PersonId) =>
  (await identityOf(person))?.ial ?? 0;

function caseActs(
  { jobs, stores }: ProofingNeeds,
  files: CaseFiles,
  cases: Cases,
  identityOf: IdentityOf,
): Pick<Proofing, 'startCase' | 'startAgain' | 'currentCase' | 'withdraw' | 'photo' | 'submit' | 'progress'> {
  const starting = { ...files, provenLevel: levelFrom(identityOf) };
  const sentLately = recentCounts(checkLimits['in-line'], files.clock);
  const submitting = { ...files, jobs, submissions: stores.findings, sentLately };
  return {
    startCase: (tx, person, required, from) => startCase(starting, tx, person, required, from),
    startAgain: (tx, person, from) => startAgain(starting, tx, person, from),
    async currentCase(person) {
      const last = await cases.latest(person);
      return last && !isGone(last) ? viewOf(last) : undefined;
    },
    withdraw: (person) => withdrawCase(files, person),
    async photo(person, role) {
      const last = await cases.latest(person);
      return last?.contents && cases.photo(last, role);
    },
    async submit(person, network) {
      const sent = await submitCase(submitting, person, network);
      if (sent.ok) await noteNetwork(stores.signals, person, network, files.clock.now());
      return sent;
    },
    async progress(person) {
      const last = await cases.latest(person);
      return last && !isGone(last) ? progressOf(stores.findings, last) : undefined;
    },
  };
}

function answerActs(
  { clock, intake, quotas, notices }: ProofingNeeds,
  settings: ProofingSettings,
  cases: Cases,
): Pick<
  Proofing,
  | 'chooseDocument'
  | 'giveConsent'
  | 'mailsCodes'
  | 'addPhoto'
  | 'usePhotoAnyway'
  | 'beginLiveSelfie'
  | 'addFrame'
  | 'giveSsn'
> {
  const { profile } = settings;
  const photos = { cases, intake, quotas, settings };
  const live = { ...photos, clock, sentFrames: new SentFrames() };
  const mailsCodes = codesByMail(notices);
  return {
    chooseDocument: (person, choice) => chooseDocument(cases, person, choice),
    giveConsent: (person, version, without) => giveConsent({ cases, mailsCodes }, person, version, without),
    mailsCodes,
    addPhoto: (person, role, bytes, sending) => addPhoto(photos, person, role, bytes, sending),
    usePhotoAnyway: (person, role) => usePhotoAnyway(photos, person, role),
    beginLiveSelfie: (person, without) => beginLiveSelfie(live, person, without),
    addFrame: (person, nonce, bytes, network, camera) =>
      addFrame(live, { person, network }, nonce, bytes, camera),
    giveSsn: (person, typed) => giveSsn({ cases, profile }, person, typed),
  };
}

function phoneActs(
  { quotas, stores, notices: { textCode }, hasPhone, lineTypeOf }: ProofingNeeds,
  settings: ProofingSettings,
  cases: Cases,
): Pick<Proofing, 'givePhone' | 'sayNoPhone' | 'resendPhoneCode' | 'confirmPhone'> {
  const { profile } = settings;
  const codes = stores.phoneCodes;
  const phone = { cases, codes, hasPhone, lineTypeOf, quotas, textCode, profile, settings };
  return {
    givePhone: (person, typed) => givePhone(phone, person, typed),
    sayNoPhone: (person) => sayNoPhone(cases, person),
    resendPhoneCode: (person) => resendPhoneCode(phone, person),
    confirmPhone: (person, typed) => confirmPhone(phone, person, typed),
  };
}

function letterActs(
  needs: ProofingNeeds,
  settings: ProofingSettings,
  cases: Cases,
): Pick<Proofing, 'confirmMailedCode' | 'mailCodeAgain' | 'letterNotMailed'> {
  const letters = letterNeeds(needs, settings, cases);
  return {
    confirmMailedCode: (person, typed) => confirmMailedCode(letters, person, typed),
    mailCodeAgain: (person) => mailCodeAgain(letters, person),
    letterNotMailed: (id, why) => letterNotMailed(letters, id, why),
  };
}

const letterNeeds = (
  { clock, jobs, quotas, notices }: ProofingNeeds,
  settings: ProofingSettings,
  cases: Cases,
) => ({
  clock,
  jobs,
  quotas,
  cases,
  settings,
  mailLetter: notices.mailLetter ?? lettersAreOff,
});

/** A case of a time when letters were mailed: an operator's error, which is logged and tried again. */
const lettersAreOff = () => Promise.reject(new AppError('letters-are-off'));

function recoveryActs(
  { clock, stores, vault }: ProofingNeeds,
  files: CaseFiles,
  cases: Cases,
  identityOf: IdentityOf,
): Pick<Proofing, 'proveAgain' | 'isUnderWay' | 'isProvenAgain' | 'reclaimAccount'> {
  return {
    proveAgain: (tx, account) =>
      proveAgain(
        {
          clock,
          cases,
          vault,
          createCase: (inTx, of, required) => createCase(files, inTx, of, required),
          provenLevel: levelFrom(identityOf),
        },
        tx,
        account,
      ),
    isUnderWay: async (recovery) => isUnderWay(clock, await cases.latest(recovery.subject), recovery),
    isProvenAgain: async (recovery) => mayClaim(clock, await cases.latest(recovery.subject), recovery),
    reclaimAccount: (tx, presence) =>
      reclaimAccount({ clock, cases, vault, reassign: stores.reassign }, tx, presence),
  };
}
