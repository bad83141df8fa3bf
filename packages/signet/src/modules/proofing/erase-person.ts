import type { PersonId, Tx } from '../../kernel/index.ts';
import type { ProofingNeeds } from './ports.ts';

/** Everything about the person (A27), also what was begun in their name to get their account back. */
export async function erasePerson(
  { stores, vault, ssnIndex }: Pick<ProofingNeeds, 'stores' | 'vault' | 'ssnIndex'>,
  tx: Tx,
  person: PersonId,
): Promise<void> {
  for (const subject of await stores.cases.subjectsOf(tx, person)) {
    await vault.erase(tx, subject);
    await eraseCases(stores, tx, subject);
  }
  await eraseCases(stores, tx, person);
  await ssnIndex.release(tx, person);
}

async function eraseCases(stores: ProofingNeeds['stores'], tx: Tx, person: PersonId): Promise<void> {
  const { cases, images, findings, proven, reviews, phoneCodes, phoneLinks } = stores;
  await images.deleteAll(tx, { person });
  for (const store of [findings, proven, reviews, phoneCodes, phoneLinks, cases])
    await store.erase(tx, person);
}
