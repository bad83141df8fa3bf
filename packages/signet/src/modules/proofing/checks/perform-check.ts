import { AppError, ok, Redacted, type Result } from '../../../kernel/index.ts';
import {
  ageOn,
  documentDay,
  isExpired,
  type LicenseFields,
  type LicenseReading,
  type Photo,
} from '../../evidence/index.ts';
import type { PhoneNumber, RecordsUnavailable, Ssn } from '../../records/index.ts';
import { photoOf } from '../answers/add-photo.ts';
import type { CaseContents, LiveCase } from '../cases/case-store.ts';
import type { CheckName, DocumentFinding, FaceFinding, Finding, PhoneFinding } from '../findings/findings.ts';
import type { PhotoRole } from '../flow/steps.ts';
import type { Deps } from '../ports.ts';

/** What a check leaves: its finding, and what the document said where it was the one that read it. */
export interface CheckResult {
  readonly finding: Finding;
  readonly license?: CaseContents['license'] | 'none';
}

/** Runs one check, outside any transaction. It judges nothing. */
export async function performCheck(
  deps: Deps,
  check: CheckName,
  of: LiveCase,
): Promise<Result<CheckResult, RecordsUnavailable>> {
  switch (check) {
    case 'document':
      return ok(await checkDocument(deps, of));
    case 'face':
      return ok({ finding: await checkFace(deps, of) });
    case 'motor-vehicles':
      return checkMotorVehicles(deps, of);
    case 'social-security':
      return checkSocialSecurity(deps, of);
    case 'phone-carrier':
      return checkPhoneCarrier(deps, of);
  }
}

async function checkDocument(deps: Deps, of: LiveCase): Promise<CheckResult> {
  const sides = { front: await needPhoto(deps, of, 'front'), back: await needPhoto(deps, of, 'back') };
  const reading = await deps.licenseReader.read(sides);
  const { barcode } = reading;
  const license = barcode.ok ? { fields: barcode.value.fields, issuerId: barcode.value.issuerId } : 'none';
  return { finding: documentFinding(deps, reading), license };
}

function documentFinding(deps: Deps, reading: LicenseReading): DocumentFinding {
  const { barcode } = reading;
  const today = documentDay(deps.clock.now());
  return {
    check: 'document',
    kind: reading.kind,
    frontProblems: reading.front.problems,
    backProblems: reading.back.problems,
    barcode: barcode.ok ? 'read' : barcode.error,
    specimen: reading.specimen,
    expiry: barcode.ok ? expiryOf(barcode.value.fields, today) : 'not-stated',
    oldEnough: barcode.ok && ageOn(barcode.value.fields, today) >= deps.settings.minimumAge,
    comparison: reading.comparison,
    stages: reading.stages,
    ...(barcode.ok && {
      issuerId: barcode.value.issuerId,
      version: barcode.value.version,
      knownVersion: barcode.value.knownVersion,
    }),
  };
}

function expiryOf(fields: LicenseFields, today: string): DocumentFinding['expiry'] {
  if (!fields.expiryDate) return 'not-stated';
  return isExpired(fields, today) ? 'expired' : 'valid';
}

async function checkFace(deps: Deps, of: LiveCase): Promise<FaceFinding> {
  const front = await needPhoto(deps, of, 'front');
  const selfie = await needPhoto(deps, of, 'selfie');
  const compared = await deps.faceMatcher.compare({ document: front.jpeg, selfie: selfie.jpeg });
  if (!compared.ok)
    return { check: 'face', compared: false, image: compared.image, problem: compared.problem };
  const { similarity, liveness, stages } = compared;
  return { check: 'face', compared: true, similarity, liveness, stages };
}

async function checkMotorVehicles(
  deps: Deps,
  of: LiveCase,
): Promise<Result<CheckResult, RecordsUnavailable>> {
  const { fields, issuerId } = needLicense(of);
  const { documentNumber, familyName, givenName, birthDate, expiryDate, postalCode } = fields;
  const answer = await deps.motorVehicles.verify({
    documentNumber,
    issuerId,
    familyName,
    givenName,
    birthDate,
    ...(expiryDate && { expiryDate }),
    ...(postalCode && { postalCode }),
  });
  return answer.ok ? ok({ finding: { check: 'motor-vehicles', ...answer.value } }) : answer;
}

async function checkSocialSecurity(
  deps: Deps,
  of: LiveCase,
): Promise<Result<CheckResult, RecordsUnavailable>> {
  const { familyName, givenName, birthDate } = needLicense(of).fields;
  const answer = await deps.socialSecurity.verify({ ssn: needSsn(of), familyName, givenName, birthDate });
  return answer.ok ? ok({ finding: { check: 'social-security', result: answer.value } }) : answer;
}

/** A3, A4. The account is asked about under the name that the document states. */
async function checkPhoneCarrier(deps: Deps, of: LiveCase): Promise<Result<CheckResult, RecordsUnavailable>> {
  const { phone } = of.contents.answers;
  if (!phone)
    throw new AppError('phone-missing', { message: 'a case being checked says nothing of a phone' });
  if (phone.kind === 'none') return ok({ finding: { check: 'phone-carrier', asked: false } });
  const { familyName, givenName } = needLicense(of).fields;
  const phoneNumber = new Redacted(phone.number as PhoneNumber);
  const answer = await deps.phoneCarrier.verify({ phoneNumber, familyName, givenName });
  if (!answer.ok) return answer;
  const { simChangedAt, ...account } = { simChangedAt: undefined, ...answer.value };
  const recent =
    simChangedAt && deps.clock.now().getTime() - simChangedAt.getTime() < deps.settings.simChangeToReview;
  const finding: PhoneFinding = {
    check: 'phone-carrier',
    asked: true,
    simChange: recent ? 'recent' : 'none-recent',
    ...account,
  };
  return ok({ finding });
}

async function needPhoto(deps: Deps, of: LiveCase, role: PhotoRole): Promise<Photo> {
  const photo = await photoOf(deps, of, role);
  if (!photo)
    throw new AppError('photo-missing', { message: `a case being checked has no photo of ${role}` });
  return photo;
}

export function needLicense(of: LiveCase): NonNullable<CaseContents['license']> {
  const { license } = of.contents;
  if (!license)
    throw new AppError('license-missing', { message: 'records asked before the document was read' });
  return license;
}

export function needSsn(of: LiveCase): Redacted<Ssn> {
  const { ssn } = of.contents.answers;
  if (!ssn) throw new AppError('ssn-missing', { message: 'a case being checked has no SSN' });
  return new Redacted(ssn.number as Ssn);
}
