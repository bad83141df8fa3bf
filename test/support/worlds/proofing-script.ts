import { randomBytes } from 'node:crypto';
import type { FaceComparison, FoundPortrait } from '../../../packages/signet/src/modules/biometrics/index.ts';
import type {
  CardType,
  DocumentFields,
  DocumentReaders,
  PhotoProblem,
  PhotoQuality,
  PhotoSeen,
} from '../../../packages/signet/src/modules/evidence/index.ts';
import type { PhotoRole } from '../../../packages/signet/src/modules/proofing/index.ts';
import type {
  MotorVehicleAnswer,
  PassportAnswer,
  PhoneCarrierAnswer,
  RecordsUnavailable,
  SocialSecurityAnswer,
} from '../../../packages/signet/src/modules/records/index.ts';
import { followScripted } from './scripted-frames.ts';

type PassportReading = Awaited<ReturnType<DocumentReaders['passport']['read']>>;
type LicenseReading = Awaited<ReturnType<DocumentReaders['license']['read']>>;

/** Of a photo of 1600 x 1000 pixels that the card fills: where a license has its portrait. */
export const licensePortrait = { x: 250, y: 400, width: 200, height: 240, confidence: 0.99 };
const corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
] as const;
export const faces = (
  similarity: number,
  liveness = 0.9,
  portraitFace = licensePortrait,
): FaceComparison => ({
  ok: true,
  similarity,
  liveness,
  portraitFace,
  selfieFace: licensePortrait,
  stages: { embed: 11 },
});

export const person = {
  familyName: 'Rivera-Specimen',
  givenName: 'Anastasia',
  birthDate: '1983-03-14',
  documentNumber: 'R4417209',
  expiryDate: '2031-03-14',
  street: '1420 Juniper Street',
  city: 'Port Alder',
  state: 'ZZ',
  postalCode: '00012',
  ssn: '900-12-3417',
  phone: '(202) 555-0101',
} as const;

const good: PhotoQuality = { sharpness: 100, glareShare: 0, brightness: 120, problems: [] };
export const blurry: PhotoQuality = { ...good, sharpness: 3, problems: ['blurry'] };

const { ssn: _ssn, phone: _phone, ...licenseFields } = person;
export const license: LicenseReading = {
  looksLike: 'aamva-card',
  quality: { front: good, back: good },
  data: {
    ok: true,
    value: { fields: licenseFields, issuerId: '636999', version: 10, knownVersion: true },
  },
  comparison: (['familyName', 'givenName', 'birthDate', 'documentNumber', 'expiryDate'] as const).map(
    (field) => ({ field, agreement: 'same' }),
  ),
  specimen: true,
  layout: { faults: [], corners },
  stages: { barcode: 300 },
};
export const withFields = (changes: Partial<DocumentFields>): LicenseReading => ({
  ...license,
  data: {
    ok: true,
    value: { fields: { ...licenseFields, ...changes }, issuerId: '636999', version: 10, knownVersion: true },
  },
});

/** The same person's passport, on whose page the portrait stands where a license has it. */
export const passport: PassportReading = {
  looksLike: 'passport',
  quality: { 'data-page': good },
  data: {
    ok: true,
    value: {
      fields: {
        familyName: person.familyName,
        givenName: person.givenName,
        birthDate: person.birthDate,
        documentNumber: 'P4417209',
        expiryDate: person.expiryDate,
      },
      issuerId: 'UTO',
    },
  },
  comparison: license.comparison,
  specimen: true,
  layout: { faults: [], corners },
  stages: { zone: 300 },
};

/** The same passport with something else in its zone, or of another state. */
export const passportWith = (changes: Partial<DocumentFields>, issuerId = 'UTO'): PassportReading => {
  if (!passport.data.ok) throw new Error('the specimen has a zone');
  const { fields } = passport.data.value;
  return { ...passport, data: { ok: true, value: { fields: { ...fields, ...changes }, issuerId } } };
};

/** The same as a card: its zone is on the back. */
export const passportCard: Awaited<ReturnType<DocumentReaders['passport-card']['read']>> = {
  ...passport,
  quality: license.quality,
};

export const confirmedPassport: PassportAnswer = {
  status: 'valid',
  match: {
    documentNumber: 'match',
    familyName: 'match',
    givenName: 'match',
    birthDate: 'match',
    expiryDate: 'match',
  },
};

export const confirmed: MotorVehicleAnswer = {
  status: 'valid',
  match: {
    documentNumber: 'match',
    familyName: 'match',
    givenName: 'match',
    birthDate: 'match',
    expiryDate: 'match',
    street: 'match',
    city: 'match',
    state: 'match',
    postalCode: 'match',
  },
};

export const account = {
  status: 'active',
  name: 'match',
  carrier: 'alder-wireless',
  lineType: 'mobile',
} as const satisfies PhoneCarrierAnswer;

const portraitOf = (compared: FaceComparison): FoundPortrait =>
  compared.ok ? compared : { ok: false, problem: 'no-face' };

/** What the scripted eyes and authorities say; a test changes what it is about. `calls` counts them. */
export class Script {
  quality: PhotoQuality = good;
  /** What a quick look finds; undefined where nobody looks, and then `quality` is all that is known. */
  seenAtOnce: readonly PhotoProblem[] | undefined;
  /** Which card it says it is. */
  cardAtOnce: CardType | undefined;
  document: LicenseReading = license;
  passport: PassportReading = passport;
  passportCard = passportCard;
  face: FaceComparison = faces(0.71);
  /** The portrait on the document, where no face is compared. */
  portrait: FoundPortrait = portraitOf(faces(0.71));
  follow: typeof followScripted = followScripted;
  motorVehicles: MotorVehicleAnswer | RecordsUnavailable = confirmed;
  passportOffice: PassportAnswer | RecordsUnavailable = confirmedPassport;
  socialSecurity: SocialSecurityAnswer | RecordsUnavailable = 'match';
  phoneCarrier: PhoneCarrierAnswer | RecordsUnavailable = account;
  /** Runs before each check; a test throws here to kill the worker. */
  before: (check: keyof Script['calls']) => void | Promise<void> = () => {};
  readonly calls = {
    document: 0,
    face: 0,
    motorVehicles: 0,
    passportOffice: 0,
    socialSecurity: 0,
    phoneCarrier: 0,
  };
  /** What is seen of each photo that nobody looked at when it was sent, once it is looked at. */
  seenLate: Partial<Record<PhotoRole, readonly PhotoProblem[]>> = {};
  readonly asked: unknown[] = [];

  seen(): PhotoSeen | undefined {
    if (!this.seenAtOnce) return undefined;
    return { problems: this.seenAtOnce, ...(this.cardAtOnce && { cardType: this.cardAtOnce }) };
  }

  async call<T>(check: keyof Script['calls'], answer: () => T): Promise<T> {
    await this.before(check);
    this.calls[check]++;
    return answer();
  }
}

/** Bytes that stand for a photo; each is another one. */
export const photoBytes = (): Uint8Array =>
  Buffer.concat([Buffer.from('JPEG of the specimen '), randomBytes(16)]);
