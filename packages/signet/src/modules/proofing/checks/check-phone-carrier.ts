import { AppError, ok, Redacted } from '../../../kernel/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import { needDocument } from '../cases/index.ts';
import type { PhoneFinding } from '../findings/index.ts';
import { askOffice } from './ask-office.ts';
import type { Check } from './check.ts';

/** A3, A4. The account is asked about under the name that the document states. */
export const checkPhoneCarrier: Check = async ({ clock, circuits, records, settings }, of) => {
  const { phone } = of.contents.answers;
  if (!phone)
    throw new AppError('phone-missing', { message: 'a case being checked says nothing of a phone' });
  if (phone.kind === 'none') return ok({ finding: { check: 'phone-carrier', asked: false } });
  const { familyName, givenName } = needDocument(of).fields;
  const phoneNumber = new Redacted(phone.number as PhoneNumber);
  const query = { phoneNumber, familyName, ...(givenName && { givenName }) };
  const answer = await askOffice(circuits, of, 'phone-carrier', () => records['phone-carrier'].verify(query));
  if (!answer.ok) return answer;
  const { simChangedAt, ...account } = { simChangedAt: undefined, ...answer.value };
  const recent = simChangedAt && clock.now().getTime() - simChangedAt.getTime() < settings.simChangeToReview;
  const finding: PhoneFinding = {
    check: 'phone-carrier',
    asked: true,
    simChange: recent ? 'recent' : 'none-recent',
    ...account,
  };
  return ok({ finding });
};
