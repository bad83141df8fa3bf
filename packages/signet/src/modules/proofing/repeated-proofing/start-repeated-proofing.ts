import { randomBytes } from 'node:crypto';
import { AppError, days, err, newId, ok, type PersonId, Redacted, type Tx } from '../../../kernel/index.ts';
import type { WayIn } from '../../vault/index.ts';
import type { StoredCase } from '../cases/case-store.ts';
import { recordAct } from '../cases/record-act.ts';
import { identityOf } from '../identity/proven-identity.ts';
import type { Deps } from '../ports.ts';
import type { ProvingAgain, Recovery } from './recovery.ts';

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
  deps: Deps,
  tx: Tx,
  account: PersonId,
): ReturnType<ProvingAgain['proveAgain']> {
  const { clock, settings, stores, vault } = deps;
  const proven = await identityOf(deps, account);
  if (!proven) return err({ code: 'never-proven' });
  const now = clock.now();
  const today = await stores.cases.startedFor(tx, account, new Date(now.getTime() - days(1)));
  const oldest = today.at(-settings.recoveriesPerDay);
  if (oldest) return err({ code: 'too-many-recoveries', again: new Date(oldest.getTime() + days(1)) });

  const subject = newId<PersonId>();
  const secret = new Redacted(randomBytes(32).toString('base64url'));
  await vault.addWayIn(tx, await vault.create(tx, subject), recoveryWay({ secret }));
  await stores.cases.create(tx, { person: subject, account }, { ial: proven.ial === 1 ? 1 : 2 }, now);
  const started = await stores.cases.latest(subject, tx);
  if (!started) throw new AppError('case-not-created');
  await recordAct(deps, tx, started, 'proofing.started', { ial: started.required.ial });
  return ok({ subject, account, secret });
}

/** Decided, for this very account, and in time. */
export const mayClaim = (
  { clock }: Pick<Deps, 'clock'>,
  found: StoredCase | undefined,
  { account }: Recovery,
): found is StoredCase =>
  found?.stage === 'ended' &&
  found.decision?.outcome === 'verified' &&
  found.account === account &&
  found.claimBy !== undefined &&
  found.claimBy > clock.now();

export const isUnderWay = (
  deps: Pick<Deps, 'clock'>,
  found: StoredCase | undefined,
  recovery: Recovery,
): boolean =>
  found?.stage === 'ended' ? mayClaim(deps, found, recovery) : found?.account === recovery.account;
