import type { PersonId, Tx } from '../../kernel/index.ts';
import type { PersonalDataNeeds } from './ports.ts';

/** Sessions here and at agencies: neither outlives the account. */
export async function endSessions(
  { sessions, agencySessions }: Pick<PersonalDataNeeds, 'agencySessions' | 'sessions'>,
  tx: Tx,
  person: PersonId,
): Promise<void> {
  await sessions.endAll(person, undefined, tx);
  await agencySessions.end(tx, person);
}
