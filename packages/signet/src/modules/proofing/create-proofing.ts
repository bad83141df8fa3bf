import { addPhoto, photoOf, usePhotoAnyway } from './answers/add-photo.ts';
import { chooseDocument, giveConsent, giveSsn } from './answers/give-answers.ts';
import { isGone, viewOf } from './cases/case-view.ts';
import { startAgain, startCase } from './cases/start-case.ts';
import { submitCase } from './cases/submit-case.ts';
import { sweepCases, withdrawCase } from './cases/sweep-cases.ts';
import { progressOf } from './checks/progress.ts';
import { runChecks } from './checks/run-checks.ts';
import { erasePerson } from './erase-person.ts';
import { identityOf } from './identity/proven-identity.ts';
import { confirmPhone } from './phone-account/confirm-phone-code.ts';
import { givePhone, resendPhoneCode, sayNoPhone } from './phone-account/send-phone-code.ts';
import type { Deps, ProofingDeps } from './ports.ts';
import type { Proofing } from './proofing.ts';
import { regain } from './repeated-proofing/reclaim-account.ts';
import { isUnderWay, mayClaim, proveAgain } from './repeated-proofing/start-repeated-proofing.ts';
import { openReviews, settleReview } from './review/settle-review.ts';
import { proofingDefaults } from './settings.ts';

export function createProofing(needs: ProofingDeps): Proofing {
  const deps: Deps = { ...needs, settings: { ...proofingDefaults, ...needs.settings } };
  const { cases } = deps.stores;
  return {
    startCase: (tx, person, required) => startCase(deps, tx, person, required),
    startAgain: (tx, person) => startAgain(deps, tx, person),
    async currentCase(person) {
      const last = await cases.latest(person);
      return last && !isGone(last) ? viewOf(last) : undefined;
    },
    withdraw: (person) => withdrawCase(deps, person),

    chooseDocument: (person, choice) => chooseDocument(deps, person, choice),
    giveConsent: (person, version) => giveConsent(deps, person, version),
    addPhoto: (person, role, bytes) => addPhoto(deps, person, role, bytes),
    usePhotoAnyway: (person, role) => usePhotoAnyway(deps, person, role),
    async photo(person, role) {
      const last = await cases.latest(person);
      return last?.contents && photoOf(deps, last, role);
    },
    giveSsn: (person, typed) => giveSsn(deps, person, typed),
    givePhone: (person, typed) => givePhone(deps, person, typed),
    sayNoPhone: (person) => sayNoPhone(deps, person),
    resendPhoneCode: (person) => resendPhoneCode(deps, person),
    confirmPhone: (person, typed) => confirmPhone(deps, person, typed),
    submit: (person) => submitCase(deps, person),
    async progress(person) {
      const last = await cases.latest(person);
      return last && !isGone(last) ? progressOf(deps, last) : undefined;
    },

    identityOf: (person) => identityOf(deps, person),
    erase: (tx, person) => erasePerson(deps, tx, person),

    proveAgain: (tx, account) => proveAgain(deps, tx, account),
    isUnderWay: async (recovery) => isUnderWay(deps, await cases.latest(recovery.subject), recovery),
    isProvenAgain: async (recovery) => mayClaim(deps, await cases.latest(recovery.subject), recovery),
    regain: (tx, presence) => regain(deps, tx, presence),

    openReviews: () => openReviews(deps),
    settleReview: (reference, decision, agent) => settleReview(deps, reference, decision, agent),

    runChecks: (id) => runChecks(deps, id),
    sweep: () => sweepCases(deps),
  };
}
