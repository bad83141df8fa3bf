import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import { authenticationWorld, codeIn, must, source } from './authentication-world.ts';

/** Recovery as in production, over the authentication world. Nobody in it was ever proven, unless a test says so. */
export async function recoveryWorld() {
  const world = await authenticationWorld();
  const recovery = world.authentication.accountRecovery;

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

  return { ...world, recovery, asked, underWay };
}

export type RecoveryWorld = Awaited<ReturnType<typeof recoveryWorld>>;
