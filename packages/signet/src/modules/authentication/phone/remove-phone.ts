import { hours, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { Parts } from '../parts.ts';
import { openNumber } from './phone-number-seal.ts';

/** How long a text about it is still worth delivering. */
const textIsNews = hours(24);

type Needs = Pick<Parts, 'accounts' | 'clock' | 'kms' | 'notices' | 'phones'>;

/**
 * Takes a phone off and tells its holder by text: where a thief did it, the phone is in its owner's hand. `unless`: the
 * number stays, bound anew. False when there is no such phone.
 */
export async function removePhone(
  { accounts, clock, kms, notices, phones }: Needs,
  tx: Tx,
  person: PersonId,
  id: string,
  unless?: Buffer,
): Promise<boolean> {
  const old = await phones.remove(tx, person, id);
  if (!old) return false;
  if (old.kind !== 'text' || (unless && old.digest.equals(unless))) return true;
  const account = await accounts.get(person);
  const at = clock.now();
  await notices.text(tx, {
    to: await openNumber(kms, person, id, old.number),
    template: 'phone-removed',
    lang: account?.language ?? 'en',
    values: { at },
    until: new Date(at.getTime() + textIsNews),
  });
  return true;
}
