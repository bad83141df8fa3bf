import { days, hours, minutes, seconds } from '../../kernel/index.ts';
import type { MeasuredAlgorithms } from '../assurance/index.ts';
import type { NumberProfile } from '../records/index.ts';

/** Every number of a proofing, each with its reason. Durations in milliseconds unless the name says otherwise. */
export const proofingDefaults = {
  /** Submissions a day: room for every honest retry (each photo, the selfie, the SSN), too few to try data out. */
  submissionsPerDay: 6,
  /** Photos a case: every role retaken seven times. More is a machine. */
  photosPerCase: 24,
  /** From this many poor photos of one side on, the person may say "use it anyway": the measure can be wrong. */
  poorPhotosBeforeAnyway: 2,
  /** A document that three sets of photos did not make readable will not be read by a fourth. */
  unreadableTries: 3,
  /** A face that was not the portrait's gets one more selfie, then a person looks. */
  faceRejections: 2,
  /** An SSN that did not match gets one more try (a slip), then a person looks. */
  ssnMismatches: 2,
  /** A phone account that the carrier did not bear out gets one other phone, then a person looks. */
  phoneRejections: 2,
  /** A22: whoever moved the number to a SIM card of their own does it days before it is noticed. */
  simChangeToReview: days(7),
  /** A12: codes by text message count for ten minutes. */
  phoneCodeLifetime: minutes(10),
  /** Wrong codes a day, across resends, numbers and cases: five guesses in a million. */
  phoneCodeTries: 5,
  /** Texts a day to a person: a slip in the number, a lost message, another phone. */
  textsPerDay: 6,
  /** Texts a day to one number from everybody together, so that nobody's phone is made a nuisance. */
  textsToNumberPerDay: 10,
  /** A text that is slow is not a text that is lost. */
  textAgainAfter: seconds(30),
  /**
   * Of surname, given name, birth date and number, how many must have been read on the print and agree with the
   * barcode. One may be unreadable (a scratch, a stamp), two leave too little of the comparison A18 asks for.
   */
  agreeingFields: 3,
  /**
   * Passive liveness errs 15-23 % of the time either way: it never decides, and only a value that almost no live
   * face gets sends a case to a person.
   */
  livenessToReview: 0.02,
  /** The youngest who may have an account of their own. */
  minimumAge: 13,
  /** How long to wait before an authority that did not answer is asked again, in seconds; then the last, for ever. */
  retryAfterSeconds: [5, 15, 60, 300, 900, 3600, 21_600] as readonly number[],
  /** After this many unanswered questions the person is told to stop waiting at the screen: we'll mail them. */
  unansweredBeforePending: 2,
  /** An authority that was silent for so long is an agent's matter. */
  recordsGiveUpAfter: days(7),
  /** A17: images, templates and the case's key go at the decision. An operator may keep them for this long. */
  keepEvidenceAfterDecision: 0,
  /** An agent needs the evidence to decide; no longer than this. */
  keepEvidenceForReview: days(14),
  /** Recoveries of one account begun a day by proving again: enough for bad luck, too few to try data out (A22). */
  recoveriesPerDay: 3,
  /** Proven again, and no new way to sign in chosen: what was read is kept for so long, and then it goes. */
  claimWithin: hours(24),
  /** The same where the person had to be written to, because an agent or an authority took its time. */
  claimWithinAfterWaiting: days(3),
  /** A case that nobody touched: its photos are not kept on the chance that someone returns. */
  abandonAfter: hours(72),
  /** A case that should be checking and was not touched for so long has lost its job: it is woken. */
  wakeAfter: minutes(10),
};

export type ProofingNumbers = Readonly<typeof proofingDefaults>;

export interface ProofingSettings extends ProofingNumbers {
  readonly profile: NumberProfile;
  /** The algorithms of which the operator filed error rates (A15, A16, A18); in the sandbox it makes no difference. */
  readonly measured: MeasuredAlgorithms;
  /** Issuers (IIN, six digits) whose documents are taken. Made-up ones in the sandbox, only real ones outside. */
  readonly acceptsIssuer: (issuerId: string) => boolean;
}
