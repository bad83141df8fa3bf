import { countedSince, type PersonId, type Redacted, type Tx, usedUpUntil } from '../../../kernel/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import { phoneAccountLimits } from './limits.ts';
import { Limited } from './phone-limits.ts';
import type { PhoneNeeds, SentText } from './ports.ts';

/**
 * A person's texts, and those to one number from whomever: nobody's phone can be made to ring all day. The first that
 * somebody asks for is counted apart from those asked for again, so that one stranger who asks over and over uses up
 * nothing of the owner's; and to a phone that gets the person's codes it is theirs alone to count.
 */
export async function allowText(
  { codes, hasPhone }: PhoneNeeds,
  tx: Tx,
  person: PersonId,
  number: Redacted<PhoneNumber>,
  now: Date,
): Promise<void> {
  const own = phoneAccountLimits['to-a-person'];
  const ownAgain = usedUpUntil(own, await codes.since(tx, 'sent', person, countedSince(own, now)), now);
  if (ownAgain) throw new Limited(ownAgain);
  await codes.holdNumber(tx, number);
  const since = countedSince(phoneAccountLimits['to-a-number'], now);
  const { limit, times } = countedWith(person, await codes.sentTo(tx, number, since));
  const again = usedUpUntil(limit, times, now);
  if (again && !(await hasPhone(tx, person, number))) throw new Limited(again);
}

/** The texts to the number that one more for this person is counted with. */
function countedWith(person: PersonId, texts: readonly SentText[]) {
  const isFirst = (text: SentText) => texts.find((one) => one.person === text.person) === text;
  const timesOf = (some: readonly SentText[]) => some.map(({ at }) => at);
  return texts.some((text) => text.person === person)
    ? {
        limit: phoneAccountLimits['to-a-number-again'],
        times: timesOf(texts.filter((text) => !isFirst(text))),
      }
    : { limit: phoneAccountLimits['to-a-number'], times: timesOf(texts.filter(isFirst)) };
}
