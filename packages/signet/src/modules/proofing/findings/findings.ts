import type { FaceProblem } from '../../biometrics/index.ts';
import type { BarcodeProblem, FieldComparison, QualityProblem } from '../../evidence/index.ts';
import type { MotorVehicleAnswer, PhoneCarrierAnswer, SocialSecurityAnswer } from '../../records/index.ts';
import type { Answers } from '../flow/answers.ts';

/** The checks, in the order in which they run: records are asked only about what documents and face bear out. */
export type CheckName = 'document' | 'face' | 'motor-vehicles' | 'social-security' | 'phone-carrier';

/** What a check found: codes and numbers, never personal data. It judges nothing: the adjudicator does. */
export interface DocumentFinding {
  readonly check: 'document';
  readonly kind: 'license' | 'passport' | 'unknown';
  readonly frontProblems: readonly QualityProblem[];
  readonly backProblems: readonly QualityProblem[];
  readonly barcode: 'read' | BarcodeProblem;
  readonly issuerId?: string;
  readonly version?: number;
  readonly knownVersion?: boolean;
  readonly specimen: boolean;
  readonly expiry: 'valid' | 'expired' | 'not-stated';
  readonly oldEnough: boolean;
  readonly comparison: readonly FieldComparison[];
  readonly stages: Readonly<Record<string, number>>;
}

export type FaceFinding =
  | {
      readonly check: 'face';
      readonly compared: true;
      readonly similarity: number;
      readonly liveness: number;
      readonly stages: Readonly<Record<string, number>>;
    }
  | {
      readonly check: 'face';
      readonly compared: false;
      readonly image: 'portrait' | 'selfie';
      readonly problem: FaceProblem;
    };

export interface MotorVehiclesFinding extends MotorVehicleAnswer {
  readonly check: 'motor-vehicles';
}

export interface SocialSecurityFinding {
  readonly check: 'social-security';
  readonly result: SocialSecurityAnswer;
}

/** `asked: false`: there is no phone to ask about. Of the SIM card only whether it was changed within days. */
export type PhoneFinding =
  | { readonly check: 'phone-carrier'; readonly asked: false }
  | ({
      readonly check: 'phone-carrier';
      readonly asked: true;
      readonly simChange: 'recent' | 'none-recent';
    } & AccountAnswer);

type AccountAnswer =
  | Extract<PhoneCarrierAnswer, { status: 'not-found' }>
  | Omit<Exclude<PhoneCarrierAnswer, { status: 'not-found' }>, 'simChangedAt'>;

export type Finding =
  | DocumentFinding
  | FaceFinding
  | MotorVehiclesFinding
  | SocialSecurityFinding
  | PhoneFinding;
type FindingOf<Check extends CheckName> = Extract<Finding, { check: Check }>;

/** A finding as it is kept: `inputs` names the answers it rests on, so that a new answer asks for a new finding. */
export interface KeptFinding {
  readonly inputs: string;
  readonly at: Date;
  readonly finding: Finding;
}

/** The answers a check rests on, by their random ids. */
export function inputsOf(check: CheckName, answers: Answers): string {
  const { front, back, selfie } = answers.photos;
  const sides = `${front?.id}+${back?.id}`;
  switch (check) {
    case 'document':
    case 'motor-vehicles':
      return sides;
    case 'face':
      return `${front?.id}+${selfie?.id}`;
    case 'social-security':
      return `${sides}+${answers.ssn?.entry}`;
    case 'phone-carrier':
      return `${sides}+${answers.phone?.entry}`;
  }
}

export type CurrentFindings = { readonly [Check in CheckName]?: FindingOf<Check> & { readonly at: Date } };

/** The findings that rest on these very answers. */
export function currentFindings(kept: readonly KeptFinding[], answers: Answers): CurrentFindings {
  const current = kept.filter(({ inputs, finding }) => inputs === inputsOf(finding.check, answers));
  return Object.fromEntries(current.map(({ finding, at }) => [finding.check, { ...finding, at }]));
}
