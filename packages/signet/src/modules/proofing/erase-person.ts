import type { PersonId, Tx } from '../../kernel/index.ts';
import type { Deps } from './ports.ts';

/** Everything about the person (A27), also what was begun in their name to get their account back. */
export async function erasePerson(deps: Deps, tx: Tx, person: PersonId): Promise<void> {
  for (const subject of await deps.stores.cases.subjectsOf(tx, person)) {
    await deps.vault.erase(tx, subject);
    await eraseCases(deps, tx, subject);
  }
  await eraseCases(deps, tx, person);
  await deps.ssnIndex.release(tx, person);
}

async function eraseCases({ stores }: Deps, tx: Tx, person: PersonId): Promise<void> {
  const { cases, blobs, findings, proven, reviews, phoneCodes } = stores;
  await blobs.deleteAll(tx, { person });
  for (const store of [findings, proven, reviews, phoneCodes, cases]) await store.erase(tx, person);
}
