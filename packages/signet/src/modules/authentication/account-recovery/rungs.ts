import type { Clock, PersonId } from '../../../kernel/index.ts';
import type { Authenticators, AuthenticatorsOf } from '../authenticators/index.ts';
import type { AccountRecovery, Rung } from './account-recovery.ts';
import type { OngoingRecovery } from './complete-recovery.ts';
import { leakedFor, methodsOfRung } from './leaked-method.ts';
import type { RecoveryStore } from './postgres-recoveries.ts';

/**
 * B15, in the order of how well each tells the person from somebody else: with a passkey they just sign in. Beside the
 * emailed code stands one thing of another kind; a second emailed code is not among them.
 */
function rungsFor(has: Authenticators, isProven: boolean): readonly Rung[] {
  const open: Readonly<Record<Rung, boolean>> = {
    passkey: has.passkeys.length > 0,
    'saved-code': has.recoveryCodesLeft > 0,
    password: has.password,
    app: has.totp,
    phone: has.phones.some(({ on }) => on),
    proofing: isProven,
    none: true,
  };
  return order.filter((rung) => open[rung]);
}

const order: readonly Rung[] = ['passkey', 'saved-code', 'password', 'app', 'phone', 'proofing', 'none'];

interface Needs {
  readonly authenticators: AuthenticatorsOf;
  readonly clock: Clock;
  readonly isProven: (person: PersonId) => Promise<boolean>;
  readonly ongoing: OngoingRecovery;
  readonly recoveries: Pick<RecoveryStore, 'disavowedAt'>;
}

/** What can succeed for the account that this browser is recovering. */
export const openRungs =
  (needs: Needs): AccountRecovery['rungs'] =>
  async (presence) => {
    const found = await needs.ongoing(presence);
    if (!found) return undefined;
    const has = await needs.authenticators(found.person);
    return notLeaked(needs, found.person, rungsFor(has, await needs.isProven(found.person)));
  };

/** Without the way by which somebody else got in just now. */
async function notLeaked(
  { clock, recoveries }: Needs,
  person: PersonId,
  rungs: readonly Rung[],
): Promise<readonly Rung[]> {
  const open = await Promise.all(
    rungs.map(async (rung) => {
      const leaked = await recoveries.disavowedAt(person, methodsOfRung[rung]);
      return leaked === undefined || clock.now().getTime() - leaked.getTime() >= leakedFor;
    }),
  );
  return rungs.filter((_, at) => open[at]);
}
