import { ok } from '../../../kernel/index.ts';
import { needDocument } from '../cases/index.ts';
import type { Check } from './check.ts';

/** A1: the issuer of a license is asked about what stands on it. */
export const checkMotorVehicles: Check = async ({ records }, of) => {
  const { fields, issuerId } = needDocument(of);
  const { documentNumber, familyName, givenName, birthDate, expiryDate, postalCode } = fields;
  const answer = await records['motor-vehicles'].verify({
    documentNumber,
    issuerId,
    familyName,
    givenName,
    birthDate,
    ...(expiryDate && { expiryDate }),
    ...(postalCode && { postalCode }),
  });
  return answer.ok ? ok({ finding: { check: 'motor-vehicles', ...answer.value } }) : answer;
};
