import type { Clock, PersonId, Tx } from '../../../kernel/index.ts';
import type { Presence } from '../../authentication/index.ts';
import type { Vault, VaultKey } from '../../vault/index.ts';
import type { Cases } from '../cases/index.ts';
import { recoveryIn } from './recovery.ts';
import { mayClaim, recoveryWay } from './start-repeated-proofing.ts';

export interface ReclaimNeeds {
  readonly clock: Clock;
  readonly cases: Pick<Cases, 'latest' | 'claim' | 'record'>;
  readonly vault: Pick<Vault, 'open' | 'renew'>;
  /** Everything kept of `from` becomes the person's: their record of how they got their account back (A7, A27). */
  readonly reassign: (tx: Tx, from: PersonId, to: PersonId) => Promise<void>;
}

/** All or nothing, in the caller's transaction; the case's version lets one of two requests through. */
export async function reclaimAccount(
  { clock, cases, vault, reassign }: ReclaimNeeds,
  tx: Tx,
  presence: Pick<Presence, 'session'>,
): Promise<VaultKey | undefined> {
  const recovery = recoveryIn(presence);
  if (!recovery || recovery.account !== presence.session.person) return undefined;
  const found = await cases.latest(recovery.subject, tx);
  if (!mayClaim(clock, found, recovery)) return undefined;
  const opened = await vault.open(recovery.subject, recoveryWay(recovery));
  if (!opened.ok || !(await cases.claim(tx, found))) return undefined;
  const key = await vault.renew(tx, recovery.account, opened.value);
  await reassign(tx, recovery.subject, recovery.account);
  await cases.record(tx, found, 'proofing.account-given-back');
  return key;
}
