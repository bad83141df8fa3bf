import type { PersonId, Tx } from '../../kernel/index.ts';
import type { ProofingNeeds } from './ports.ts';

/** Everything about the person (A27), also what was begun in their name to get their account back. */
export async function erasePerson(
  needs: Pick<ProofingNeeds, 'stores' | 'vault' | 'ssnIndex' | 'notices'>,
  tx: Tx,
  person: PersonId,
): Promise<void> {
  const { stores, vault, ssnIndex } = needs;
  for (const subject of await stores.cases.subjectsOf(tx, person)) {
    await vault.erase(tx, subject);
    await eraseCases(needs, tx, subject);
  }
  await eraseCases(needs, tx, person);
  await ssnIndex.release(tx, person);
}

async function eraseCases(
  { stores, notices }: Pick<ProofingNeeds, 'stores' | 'notices'>,
  tx: Tx,
  person: PersonId,
): Promise<void> {
  const { cases, images, findings, proven, reviews, phoneCodes, phoneLinks, signals } = stores;
  await images.deleteAll(tx, { person });
  for (const store of [findings, proven, reviews, phoneCodes, phoneLinks, signals])
    await store.erase(tx, person);
  await notices.callBackLetters(tx, await cases.erase(tx, person));
}
