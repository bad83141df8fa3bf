import { ok } from '../../../kernel/index.ts';
import { needDocument } from '../cases/index.ts';
import { isConfirmedByIssuer } from '../findings/index.ts';
import { askRecord } from './ask-record.ts';
import type { Check } from './check.ts';

/**
 * A1: the office that issues passports is asked about what stands in one. Of another state's it knows nothing, and is not
 * told what stands in them.
 */
export const checkPassportOffice: Check = async (needs, of) => {
  const { fields, issuerId } = needDocument(of);
  if (!needs.records['passport-office'].answersFor(issuerId))
    return ok({ finding: { check: 'passport-office', status: 'no-office', match: {} } });
  const { documentNumber, familyName, givenName, birthDate, expiryDate } = fields;
  const query = {
    documentNumber,
    issuerId,
    familyName,
    birthDate,
    ...(givenName && { givenName }),
    ...(expiryDate && { expiryDate }),
  };
  const answer = await askRecord(
    needs,
    of,
    'passport-office',
    () => needs.records['passport-office'].verify(query),
    isConfirmedByIssuer,
  );
  if (!answer.ok) return answer;
  const said = answer.value === 'withheld' ? ({ status: 'withheld', match: {} } as const) : answer.value;
  return ok({ finding: { check: 'passport-office', ...said } });
};
