import { findPerson, sandboxPeople } from '../../sandbox/people/people.ts';
import type { SandboxPerson } from '../../sandbox/people/person.ts';

/** The person that `npm start` and the README tell a newcomer to be. */
const newcomers = 'ana-rivera';

/**
 * The one that was named, else everybody; undefined where nobody is called so. In a sandbox that somebody uses, everybody
 * but the newcomer's person: whoever is proven once cannot be proven again under another account.
 */
export function choosePeople(id: string | undefined, running: boolean): readonly SandboxPerson[] | undefined {
  if (id !== undefined) {
    const person = findPerson(id);
    return person ? [person] : undefined;
  }
  if (!running) return sandboxPeople;
  const kept = findPerson(newcomers)?.ssn;
  return sandboxPeople.filter(({ ssn }) => ssn !== kept);
}

/** What a person at the terminal has to know of the sandbox afterwards. */
export const noteOnRunningSandbox = (people: readonly SandboxPerson[]): string =>
  `In the sandbox that runs, an account of this journey's own now stands for ${people.map(({ id }) => id).join(', ')}. Whoever of
them was verified cannot be verified there again under another account: be somebody else, or stop it and begin anew in
an empty folder (SIGNET_DATA_DIR).`;
