import type { MeasuredAlgorithms } from '../assurance/index.ts';
import type { NumberProfile } from '../records/index.ts';
import { adjudicationDefaults } from './adjudication/index.ts';
import { answerDefaults } from './answers/index.ts';
import { caseDefaults } from './cases/index.ts';
import { checkDefaults } from './checks/index.ts';
import type { FraudPolicy } from './fraud/index.ts';
import { liveSelfieDefaults } from './live-selfie/index.ts';
import { mailedCodeDefaults } from './mailed-code/index.ts';
import { phoneDefaults } from './phone-account/index.ts';
import { phoneCaptureDefaults } from './phone-capture/index.ts';

/** Every number of a proofing. Each has its reason in the room that it is about. */
export const proofingDefaults = {
  ...caseDefaults,
  ...answerDefaults,
  ...liveSelfieDefaults,
  ...phoneDefaults,
  ...phoneCaptureDefaults,
  ...mailedCodeDefaults,
  ...checkDefaults,
  ...adjudicationDefaults,
};

export type ProofingNumbers = Readonly<typeof proofingDefaults>;

export interface ProofingSettings extends ProofingNumbers {
  readonly profile: NumberProfile;
  /** What sends a case to a person because others used the same (A22). */
  readonly fraud?: FraudPolicy;
  /** The algorithms that a signed report shows to meet A15, A16 or A18; in the sandbox it makes no difference. */
  readonly measured: MeasuredAlgorithms;
}
