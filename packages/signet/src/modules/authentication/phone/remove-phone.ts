import { type Clock, hours, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { Notices } from '../../notices/index.ts';
import { openNumber } from './phone-number-seal.ts';
import type { PhoneKeys } from './ports.ts';
import type { PhoneStore } from './postgres-phones.ts';

/** How long a text about it is still worth delivering. */
const textIsNews = hours(24);

export interface RemovePhoneNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly clock: Clock;
  readonly kms: Pick<PhoneKeys, 'unwrap'>;
  readonly notices: Pick<Notices, 'text'>;
  readonly phones: Pick<PhoneStore, 'remove'>;
}

/**
 * Takes a phone off and tells its holder by text: where a thief did it, the phone is in its owner's hand. `unless`: the
 * number stays, bound anew. False when there is no such phone.
 */
export async function removePhone(
  { accounts, clock, kms, notices, phones }: RemovePhoneNeeds,
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
