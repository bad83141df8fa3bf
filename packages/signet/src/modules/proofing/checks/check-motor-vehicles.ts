import { ok } from '../../../kernel/index.ts';
import { needDocument } from '../cases/index.ts';
import { isConfirmedByIssuer, isMailingAddressConfirmed } from '../findings/index.ts';
import { isWithoutFace } from '../flow/index.ts';
import { askRecord } from './ask-record.ts';
import type { Check } from './check.ts';

const categories = { license: 'drivers-license', 'state-id': 'id-card' } as const;

/** A1: the issuer of a license or state ID is asked about what stands on it. */
export const checkMotorVehicles: Check = async (needs, of) => {
  const { cardType, fields, issuerId } = needDocument(of);
  const { documentNumber, familyName, givenName, birthDate, expiryDate, street, city, state, postalCode } =
    fields;
  const query = {
    documentNumber,
    issuerId,
    ...(cardType && { documentCategory: categories[cardType] }),
    familyName,
    ...(givenName && { givenName }),
    birthDate,
    ...(expiryDate && { expiryDate }),
    ...(street && { street }),
    ...(city && { city }),
    ...(state && { state }),
    ...(postalCode && { postalCode }),
  };
  const answer = await askRecord(
    needs,
    of,
    'motor-vehicles',
    () => needs.records['motor-vehicles'].verify(query),
    // the one who wants a letter learns whether there will be one: so an address that differs is a no, and is counted as one
    isWithoutFace(of.contents.answers) ? isMailingAddressConfirmed : isConfirmedByIssuer,
  );
  if (!answer.ok) return answer;
  const said = answer.value === 'withheld' ? ({ status: 'withheld', match: {} } as const) : answer.value;
  return ok({ finding: { check: 'motor-vehicles', ...said } });
};
