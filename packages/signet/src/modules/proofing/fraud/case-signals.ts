import { createHash } from 'node:crypto';
import { type Clock, days, type PersonId, sameSpelling } from '../../../kernel/index.ts';
import { type Cases, type LiveCase, ownerOf } from '../cases/index.ts';
import { courseOf, photosOf, type ReasonCode } from '../flow/index.ts';
import { type FraudPolicy, fraudPolicy, type Signal, weigh } from './policy.ts';
import type { SignalStore, Use } from './ports.ts';

export interface SignalNeeds {
  readonly clock: Clock;
  readonly cases: Pick<Cases, 'photo'>;
  readonly signals: Pick<SignalStore, 'note' | 'usesOf'>;
  readonly settings: { readonly profile: 'sandbox' | 'production'; readonly fraud?: FraudPolicy };
}

/** None in the sandbox: everybody there tries out the same made-up people, and would be sent to a person for it. */
const policyOf = ({ fraud, profile }: SignalNeeds['settings']): FraudPolicy | undefined =>
  fraud ?? (profile === 'production' ? fraudPolicy : undefined);

/** Nothing is looked at for longer. */
const keptFor = days(90);

export const forgetSignals = (signals: Pick<SignalStore, 'removeOld'>, now: Date): Promise<void> =>
  signals.removeOld(new Date(now.getTime() - keptFor));

/** Where a case is sent in from is known only then. */
export async function noteNetwork(
  signals: Pick<SignalStore, 'note'>,
  person: PersonId,
  network: string | undefined,
  now: Date,
): Promise<void> {
  if (network !== undefined) await signals.note(person, [{ signal: 'network', of: [network] }], now);
}

/** What an agent reads of each; the person reads one and the same of all (A22). */
const reasonOf: Readonly<Record<Signal, ReasonCode>> = {
  document: 'document-used-before',
  picture: 'picture-used-before',
  phone: 'phone-used-before',
  address: 'address-used-often',
  network: 'network-used-often',
};

/** Notes what this case uses, whatever becomes of it, and tells why a person should look: by the policy, and never a refusal. */
export async function reasonsToLook(needs: SignalNeeds, of: LiveCase): Promise<readonly ReasonCode[]> {
  const now = needs.clock.now();
  const account = ownerOf(of); // a recovery uses what its account used before
  await needs.signals.note(account, await usesIn(needs, of), now);
  const policy = policyOf(needs.settings);
  if (!policy) return [];
  return weigh(policy, await needs.signals.usesOf(account, policy, now)).map((signal) => reasonOf[signal]);
}

async function usesIn({ cases }: SignalNeeds, of: LiveCase): Promise<readonly Use[]> {
  const { answers, document } = of.contents;
  const uses: Use[] = [];
  if (document) {
    const { documentNumber, birthDate, street, city, state, postalCode } = document.fields;
    // numbers of licenses can be guessed in a row; the issuer bears none out without its birth date
    uses.push({ signal: 'document', of: [document.issuerId, documentNumber, birthDate].map(sameSpelling) });
    if (street && postalCode) {
      const address = [street, city ?? '', state ?? '', postalCode.slice(0, 5)];
      uses.push({ signal: 'address', of: address.map(sameSpelling) });
    }
  }
  if (answers.phone?.kind === 'number') uses.push({ signal: 'phone', of: [answers.phone.number] });
  for (const role of photosOf(courseOf(answers))) {
    const photo = await cases.photo(of, role);
    if (photo) uses.push({ signal: 'picture', of: [createHash('sha256').update(photo.jpeg).digest('hex')] });
  }
  return uses;
}
