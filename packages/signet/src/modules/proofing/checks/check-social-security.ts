import { ok } from '../../../kernel/index.ts';
import { needDocument, needSsn } from '../cases/index.ts';
import { askRecord } from './ask-record.ts';
import type { Check } from './check.ts';

/**
 * A1, A22: whether number, name and birth date go together, and the death record. Of an ITIN nobody is asked (D6): the
 * office that keeps SSNs would only say that it does not know the number.
 */
export const checkSocialSecurity: Check = async (needs, of) => {
  if (of.contents.answers.ssn?.kind === 'itin') {
    return ok({ finding: { check: 'social-security', result: 'not-asked' } });
  }
  const { familyName, givenName, birthDate } = needDocument(of).fields;
  const answer = await askRecord(
    needs,
    of,
    'social-security',
    () =>
      needs.records['social-security'].verify({
        ssn: needSsn(of),
        familyName,
        ...(givenName && { givenName }),
        birthDate,
      }),
    (said) => said === 'match',
  );
  return answer.ok ? ok({ finding: { check: 'social-security', result: answer.value } }) : answer;
};
