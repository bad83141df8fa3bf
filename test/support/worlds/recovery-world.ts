import { hours, type PersonId } from '../../../packages/signet/src/kernel/index.ts';
import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import { createRecovery } from '../../../packages/signet/src/modules/recovery/index.ts';
import { authenticationWorld, codeIn, must, origin, source } from './authentication-world.ts';

/** Recovery as in production, over the authentication world. Nobody in it was ever proven, unless a test says so. */
export async function recoveryWorld() {
  const world = await authenticationWorld();
  const proven = new Set<PersonId>();
  const endedAtAgencies: PersonId[] = [];
  const recovery = createRecovery({
    ...world,
    db: world.pool.db,
    settings: { origin, waitBeforeRecovery: hours(72) },
    isProven: async (person) => proven.has(person),
    endAtAgencies: async (_tx, person) => void endedAtAgencies.push(person),
  });

  /** A browser that asked for a code to this address. */
  async function asked(email: string, from = source): Promise<Presence> {
    return must(await recovery.ask(await world.sessions.begin({}), { email, language: 'en', source: from }));
  }

  /** A browser that typed the code from this mailbox. */
  async function underWay(email: string, from = source): Promise<Presence> {
    const presence = await asked(email, from);
    const code = codeIn(await world.newestMail(email));
    return must(await recovery.confirm(presence, { code, source: from }));
  }

  return { ...world, recovery, proven, endedAtAgencies, asked, underWay };
}

export type RecoveryWorld = Awaited<ReturnType<typeof recoveryWorld>>;
