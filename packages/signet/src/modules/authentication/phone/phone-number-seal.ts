import { type PersonId, Redacted } from '../../../kernel/index.ts';
import { type CodePhone, type PhoneNumber, phoneLast4 } from '../../records/index.ts';
import type { PhoneKeys } from './ports.ts';

/** A sealed number cannot be moved to another person, nor to another of the same person's phones. */
const contextOf = (person: PersonId, id: string): string => `phone:${person}:${id}`;

export const sealNumber = (kms: Pick<PhoneKeys, 'wrap'>, person: PersonId, id: string, number: PhoneNumber) =>
  kms.wrap('contact', Buffer.from(number), contextOf(person, id));

export async function openNumber(
  kms: Pick<PhoneKeys, 'unwrap'>,
  person: PersonId,
  id: string,
  sealed: Buffer,
): Promise<Redacted<PhoneNumber>> {
  const opened = await kms.unwrap('contact', sealed, contextOf(person, id));
  return new Redacted(opened.toString() as PhoneNumber);
}

/** What a number is found by. */
export const numberDigest = (
  kms: Pick<PhoneKeys, 'mac'>,
  { number }: Pick<CodePhone, 'number'>,
): Promise<Buffer> => kms.mac('contact-index', Buffer.from(JSON.stringify(['phone', number])));

/** `••• ••• 0123`: all that pages and mails show of a number (T2). */
export const masked = (number: PhoneNumber): string => `••• ••• ${phoneLast4(number)}`;
