import {
  type Clock,
  countedSince,
  err,
  newId,
  newToken,
  ok,
  type PersonId,
  Redacted,
  type Tx,
  usedUpUntil,
} from '../../../kernel/index.ts';
import type { Vault, WayIn } from '../../vault/index.ts';
import type { Cases, StoredCase } from '../cases/index.ts';
import type { Required } from '../flow/index.ts';
import { repeatedProofingLimits } from './limits.ts';
import type { Recovery, RepeatedProofing } from './recovery.ts';

export interface StartNeeds {
  readonly clock: Clock;
  readonly cases: Pick<Cases, 'startedFor'>;
  /** A new case for a subject, with its audit entry. */
  readonly createCase: (
    tx: Tx,
    of: { readonly person: PersonId; readonly account: PersonId },
    required: Required,
  ) => Promise<unknown>;
  readonly vault: Pick<Vault, 'create' | 'addWayIn'>;
  /** What the account's person is proven at, by today's rules; 0 where they are not. */
  readonly provenLevel: (account: PersonId) => Promise<number>;
}

/** What opens the vault of a recovery: there is one way in, and it goes with the recovery. */
export const recoveryWay = ({ secret }: Pick<Recovery, 'secret'>): WayIn => ({
  kind: 'recovery-session',
  ref: 'only',
  secret: new Redacted(Buffer.from(secret.reveal(), 'base64url')),
});

/**
 * A case under a new name, at the level that was proven before (§4.2.1.4: "consistent with the level of initial identity
 * proofing"), and a vault that only this browser opens. The name is the account's to count: three a day, whoever asks.
 */
export async function proveAgain(
  needs: StartNeeds,
  tx: Tx,
  account: PersonId,
): ReturnType<RepeatedProofing['proveAgain']> {
  const { clock, cases, vault } = needs;
  const ial = await needs.provenLevel(account);
  if (ial === 0) return err({ code: 'never-proven' });
  const [limit, now] = [repeatedProofingLimits['a-day'], clock.now()];
  const started = await cases.startedFor(tx, account, countedSince(limit, now));
  const again = usedUpUntil(limit, started, now);
  if (again) return err({ code: 'too-many-recoveries', again });

  const subject = newId<PersonId>();
  const secret = newToken();
  await vault.addWayIn(tx, await vault.create(tx, subject), recoveryWay({ secret }));
  await needs.createCase(tx, { person: subject, account }, { ial: ial === 1 ? 1 : 2 });
  return ok({ subject, account, secret });
}

/** Decided, for this very account, and in time. */
export const mayClaim = (
  clock: Clock,
  found: StoredCase | undefined,
  { account }: Recovery,
): found is StoredCase =>
  found?.stage === 'ended' &&
  found.decision?.outcome === 'verified' &&
  found.account === account &&
  found.claimBy !== undefined &&
  found.claimBy > clock.now();

export const isUnderWay = (clock: Clock, found: StoredCase | undefined, recovery: Recovery): boolean =>
  found?.stage === 'ended' ? mayClaim(clock, found, recovery) : found?.account === recovery.account;
