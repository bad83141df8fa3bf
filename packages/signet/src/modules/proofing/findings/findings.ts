import type { FaceProblem } from '../../biometrics/index.ts';
import type {
  Box,
  CardType,
  DocumentKind,
  Expiry,
  FieldComparison,
  PageLayout,
  PrintedKind,
  ProblemOf,
  QualityProblem,
  SlotOf,
} from '../../evidence/index.ts';
import type {
  ElementMatch,
  MotorVehicleAnswer,
  PassportAnswer,
  PhoneCarrierAnswer,
  RecordAuthorities,
  SocialSecurityAnswer,
} from '../../records/index.ts';
import type { CameraSignal } from '../flow/index.ts';

/** `not-shown`: a frame does not show its movement, or shows another face. */
export const liveness = ['shown', 'not-shown', 'none'] as const;
export type Liveness = (typeof liveness)[number];

/** The checks: of what was photographed, and one for each record that may be asked. */
export type CheckName = 'document' | 'face' | 'portrait' | keyof RecordAuthorities;

/** What a check found: codes and numbers, never personal data. It judges nothing: the adjudicator does. */
export type DocumentFinding<Kind extends DocumentKind = DocumentKind> = {
  [K in Kind]: {
    readonly check: 'document';
    /** What it is, by what it says itself, else by what the person said. */
    readonly document: K;
    readonly looksLike: PrintedKind;
    readonly printedCardType?: CardType;
    readonly photoProblems: Readonly<Record<SlotOf<K>, readonly QualityProblem[]>>;
    readonly data: 'read' | ProblemOf<K>;
    /** The data could not be read, and the print states what it would have. */
    readonly byPrint?: true;
    readonly issuerId?: string;
    readonly version?: number;
    readonly knownVersion?: boolean;
    readonly specimen: boolean;
    readonly expiry: Expiry;
    readonly oldEnough: boolean;
    readonly comparison: readonly FieldComparison[];
    readonly layout: PageLayout;
    readonly stages: Readonly<Record<string, number>>;
  };
}[Kind];

export type FaceFinding =
  | {
      readonly check: 'face';
      readonly compared: true;
      readonly similarity: number;
      readonly liveness: number;
      /** A16: whether the selfie is a frame of a live picture whose movements were seen; `none`: it came as a file. */
      readonly live: Liveness;
      /** A19: what its camera says of itself. */
      readonly signals?: readonly CameraSignal[];
      /** The portrait's face, in shares of its photo's sides. */
      readonly portrait: Box;
      readonly stages: Readonly<Record<string, number>>;
    }
  | {
      readonly check: 'face';
      readonly compared: false;
      readonly image: 'portrait' | 'selfie';
      readonly problem: FaceProblem;
    };

/** Where no face is compared: whether the document has its holder's portrait, and where. */
export type PortraitFinding =
  | { readonly check: 'portrait'; readonly found: true; readonly portrait: Box }
  | { readonly check: 'portrait'; readonly found: false };

/** `withheld`: nobody was asked: today's tries about this document or person are used up (A22). */
export interface MotorVehiclesFinding extends Omit<MotorVehicleAnswer, 'status'> {
  readonly check: 'motor-vehicles';
  readonly status: MotorVehicleAnswer['status'] | 'withheld';
}

/** `no-office`: another state issued it, and nobody here has its records. `withheld`: as above. */
export interface PassportOfficeFinding extends Omit<PassportAnswer, 'status'> {
  readonly check: 'passport-office';
  readonly status: PassportAnswer['status'] | 'no-office' | 'withheld';
}

/** `not-asked`: the number is an ITIN, which is no business of that office. `withheld`: as above. */
export interface SocialSecurityFinding {
  readonly check: 'social-security';
  readonly result: SocialSecurityAnswer | 'not-asked' | 'withheld';
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

type ConfirmedAccount = Extract<PhoneFinding, { status: 'active' | 'inactive' }>;

/** What each check finds; a new one says so here. */
export interface FindingOf {
  readonly document: DocumentFinding;
  readonly face: FaceFinding;
  readonly portrait: PortraitFinding;
  readonly 'motor-vehicles': MotorVehiclesFinding;
  readonly 'passport-office': PassportOfficeFinding;
  readonly 'social-security': SocialSecurityFinding;
  readonly 'phone-carrier': PhoneFinding;
}

export type Finding = FindingOf[CheckName];

/** A finding as it is kept: `inputs` names the answers it rests on, so that a new answer asks for a new finding. */
export interface KeptFinding {
  readonly inputs: string;
  readonly at: Date;
  readonly finding: Finding;
}

export type CurrentFindings = { readonly [Check in CheckName]?: FindingOf[Check] & { readonly at: Date } };

/**
 * Whether the carrier bore the account out as this person's: it is in service, in their name, and of a phone that a
 * text message shows somebody to hold. Numbers that can be moved from device to device at will (VoIP) are not.
 */
export const isPhoneConfirmed = <F extends PhoneFinding>(finding: F): finding is F & ConfirmedAccount =>
  finding.asked && finding.status === 'active' && finding.name === 'match' && finding.lineType === 'mobile';

/** A1: what the issuer must have borne out. A valid status bears out the document's number. */
const required = ['familyName', 'givenName', 'birthDate'] as const;

/** An office that compares the first word of a given name has borne out all that it can tell of it. */
const isBorneOut = (element: (typeof required)[number], said: ElementMatch | undefined): boolean =>
  said === 'match' || (element === 'givenName' && said === 'first-word');

/** What an envelope says. */
const addressElements = ['street', 'city', 'state', 'postalCode'] as const;

/** People move; a letter then goes nowhere, and the rest of the document stands. */
const mayHaveChanged: readonly string[] = ['street', 'city', 'state'];

export const isConfirmedByIssuer = ({
  status,
  match,
}: Pick<MotorVehiclesFinding | PassportOfficeFinding, 'match' | 'status'>): boolean =>
  status === 'valid' &&
  required.every((element) => isBorneOut(element, match[element])) &&
  !Object.entries(match).some(([element, said]) => said === 'no-match' && !mayHaveChanged.includes(element));

/** The address counts as validated where the issuer bore out its postal code, and does not say that another part differs. */
export const isAddressValidated = (findings: CurrentFindings): boolean => {
  const match = findings['motor-vehicles']?.match ?? {};
  return match.postalCode === 'match' && !addressElements.some((element) => match[element] === 'no-match');
};

/** A8: a letter needs the street too. A forged card with the owner's postal code and the thief's street would bring it to the thief. */
export const isMailingAddressConfirmed = ({
  status,
  match,
}: Pick<MotorVehiclesFinding, 'match' | 'status'>): boolean =>
  isConfirmedByIssuer({ status, match }) && addressElements.every((element) => match[element] === 'match');
