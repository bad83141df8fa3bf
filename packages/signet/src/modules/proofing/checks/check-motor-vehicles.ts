import { ok } from '../../../kernel/index.ts';
import { needDocument } from '../cases/index.ts';
import { isConfirmedByIssuer } from '../findings/index.ts';
import { askRecord } from './ask-record.ts';
import type { Check } from './check.ts';

/** A1: the issuer of a license is asked about what stands on it. */
export const checkMotorVehicles: Check = async ({ quotas, records }, of) => {
  const { fields, issuerId } = needDocument(of);
  const { documentNumber, familyName, givenName, birthDate, expiryDate, postalCode } = fields;
  const query = {
    documentNumber,
    issuerId,
    familyName,
    givenName,
    birthDate,
    ...(expiryDate && { expiryDate }),
    ...(postalCode && { postalCode }),
  };
  const answer = await askRecord(
    quotas,
    of,
    () => records['motor-vehicles'].verify(query),
    isConfirmedByIssuer,
  );
  if (!answer.ok) return answer;
  const said = answer.value === 'withheld' ? ({ status: 'withheld', match: {} } as const) : answer.value;
  return ok({ finding: { check: 'motor-vehicles', ...said } });
};
