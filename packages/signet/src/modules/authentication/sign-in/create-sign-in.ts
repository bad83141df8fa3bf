import type { Clock, Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { PlaceOf } from '../../risk/index.ts';
import type {
  Authenticators,
  AuthenticatorsOf,
  RenewLostVault,
  SecurityNotices,
  VaultWaysIn,
} from '../authenticators/index.ts';
import type { KnownDevices, Presence, Sessions } from '../session/index.ts';
import type { WaysAtSignIn } from './answer-along.ts';
import { decideNextStep, type NextStep } from './next-step.ts';
import { type SignInAs, signInAs } from './sign-in-as.ts';

/** What pages ask about a sign-in, whichever way it goes. */
export interface SignIn {
  /** `since`: an agency asks for an authentication no older than that. */
  nextStep(presence: Presence, since?: Date): Promise<NextStep>;
  /** The same, with what the person has; undefined where nobody is signed in. One query for both. */
  nextStepAndWays(
    presence: Presence,
    since?: Date,
  ): Promise<{ readonly next: NextStep; readonly has: Authenticators | undefined }>;
}

export function createSignIn(needs: {
  readonly accounts: Pick<Accounts, 'holdActive'>;
  readonly audit: AuditLog;
  readonly authenticators: AuthenticatorsOf;
  readonly clock: Clock;
  readonly knownDevices: Pick<KnownDevices, 'look' | 'remember'>;
  readonly placeOf: PlaceOf;
  readonly renewLostVault: RenewLostVault;
  readonly securityNotices: SecurityNotices;
  readonly sessions: Pick<Sessions, 'renew' | 'prepareRenewal' | 'begin' | 'openVault'>;
  readonly transact: Transact;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'give' | 'open'>;
}): { readonly signIn: SignIn; readonly signInAs: SignInAs } {
  const waysAtSignIn: WaysAtSignIn = new WeakMap();
  async function nextStepAndWays({ session }: Presence, since?: Date) {
    const has = waysAtSignIn.get(session) ?? (session.person && (await needs.authenticators(session.person)));
    return { next: decideNextStep(session, has, since), has };
  }
  return {
    signInAs: signInAs({ ...needs, waysAtSignIn }),
    signIn: {
      nextStep: async (presence, since) => (await nextStepAndWays(presence, since)).next,
      nextStepAndWays,
    },
  };
}
