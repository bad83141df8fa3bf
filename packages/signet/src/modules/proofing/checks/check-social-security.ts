import { ok } from '../../../kernel/index.ts';
import { needDocument, needSsn } from '../cases/index.ts';
import type { Check } from './check.ts';

/** A1, A22: whether number, name and birth date go together, and the death record. */
export const checkSocialSecurity: Check = async ({ records }, of) => {
  const { familyName, givenName, birthDate } = needDocument(of).fields;
  const answer = await records['social-security'].verify({
    ssn: needSsn(of),
    familyName,
    givenName,
    birthDate,
  });
  return answer.ok ? ok({ finding: { check: 'social-security', result: answer.value } }) : answer;
};
