import { days, type PersonId, type Redacted, type Tx } from '../../../kernel/index.ts';
import type { PhoneNumber } from '../../records/index.ts';
import { Limited } from './phone-limits.ts';
import type { PhoneNeeds, SentText } from './ports.ts';

/**
 * A person's texts, and those to one number from whomever: nobody's phone can be made to ring all day. The first that
 * somebody asks for is counted apart from those asked for again, so that one stranger who asks over and over uses up
 * nothing of the owner's; and to a phone that gets the person's codes it is theirs alone to count.
 */
export async function allowText(
  { settings, codes, hasPhone }: PhoneNeeds,
  tx: Tx,
  person: PersonId,
  number: Redacted<PhoneNumber>,
  now: Date,
): Promise<void> {
  const dayAgo = new Date(now.getTime() - days(1));
  const own = await codes.since(tx, 'sent', person, dayAgo);
  const tooMany = own.at(-settings.textsPerDay);
  if (tooMany) throw limitedUntil(tooMany);
  await codes.holdNumber(tx, number);
  const counted = countedWith(person, await codes.sentTo(tx, number, dayAgo));
  const oldest = counted.texts.at(-settings[counted.most]);
  if (oldest && !(await hasPhone(tx, person, number))) throw limitedUntil(oldest);
}

const limitedUntil = (oldest: Date): Limited => new Limited(new Date(oldest.getTime() + days(1)));

/** The texts to the number that one more for this person is counted with. */
function countedWith(person: PersonId, texts: readonly SentText[]) {
  const isFirst = (text: SentText) => texts.find((one) => one.person === text.person) === text;
  const timesOf = (some: readonly SentText[]) => some.map(({ at }) => at);
  return texts.some((text) => text.person === person)
    ? ({ most: 'textsAgainToNumberPerDay', texts: timesOf(texts.filter((text) => !isFirst(text))) } as const)
    : ({ most: 'firstTextsToNumberPerDay', texts: timesOf(texts.filter(isFirst)) } as const);
}
