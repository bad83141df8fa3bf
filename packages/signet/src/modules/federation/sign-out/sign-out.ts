import type { PersonId } from '../../../kernel/index.ts';
import type { HttpPair } from '../http-pair.ts';
import type { AgencySession, AgencySessions } from './ports.ts';

/** How long a person waits for agencies that are slow to answer. They are told all the same. */
const waitAtMost = 1000; // milliseconds

type OnUnreachable = (error: unknown, agency: string) => void;

/**
 * Signs this browser out at every agency, and tells each (P4). An agency that does not answer is reported and keeps
 * nobody waiting.
 */
export async function signOutInBrowser(
  agencySessions: Pick<AgencySessions, 'endInBrowser' | 'tell'>,
  pair: HttpPair,
  onUnreachable: OnUnreachable,
): Promise<void> {
  const found = await agencySessions.endInBrowser(pair);
  if (found) await tellAgencies(agencySessions, found.person, found.ended, onUnreachable);
}

async function tellAgencies(
  agencySessions: Pick<AgencySessions, 'tell'>,
  person: PersonId,
  ended: readonly AgencySession[],
  onUnreachable: OnUnreachable,
): Promise<void> {
  const telling = ended.map(async (session) => {
    try {
      await agencySessions.tell(person, session);
    } catch (error) {
      onUnreachable(error, session.agency);
    }
  });
  await Promise.race([
    Promise.all(telling),
    new Promise((resolve) => setTimeout(resolve, waitAtMost).unref()),
  ]);
}
