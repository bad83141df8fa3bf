import { z } from 'zod';
import { type PersonId, Redacted, type Result, type Tx } from '../../../kernel/index.ts';
import type { Presence } from '../../authentication/index.ts';
import type { VaultKey } from '../../vault/index.ts';

/**
 * A recovery by proving again who one is (SP 800-63B-4 §4.2.1.4). Its case belongs to `subject`, a name made up for it:
 * whoever recovers sees nothing of the account's own cases and touches none. `secret` opens what is read from the
 * document; only the recovering browser's session holds it.
 */
export interface Recovery {
  readonly subject: PersonId;
  readonly account: PersonId;
  readonly secret: Redacted<string>; // base64url, 256 random bits
}

export interface TooManyRecoveries {
  readonly code: 'too-many-recoveries';
  readonly again: Date;
}

/** The part of `Proofing` that gives an account back. */
export interface RepeatedProofing {
  /**
   * Begins a recovery of an account whose owner was proven (and of nobody else's: `never-proven`), at the level that the
   * account has. Keep what it gives with `asPending`; the pages at `/verify` then serve that browser. Whoever calls has
   * made sure that the browser's owner reads the account's mailbox.
   */
  proveAgain(
    tx: Tx,
    account: PersonId,
  ): Promise<Result<Recovery, { readonly code: 'never-proven' } | TooManyRecoveries>>;
  /** It may be gone on with: its case is open or waits, or it is decided and may still be claimed. */
  isUnderWay(recovery: Recovery): Promise<boolean>;
  /** Everything was borne out, it is the person of the account, and the time to claim it (a day) is not over. */
  isProvenAgain(recovery: Recovery): Promise<boolean>;
  /**
   * Gives the account back, once, in the transaction that makes its first new way in: the account's vault gets a new key
   * and what was read now; every earlier way in opens nothing any more; the new verification joins the account's record.
   * Undefined, and nothing changes, where this session of the account's person proved nothing again.
   */
  reclaimAccount(tx: Tx, presence: Pick<Presence, 'session'>): Promise<VaultKey | undefined>;
}

const pendingKey = 'proofing.recovery';

const pendingSchema = z.object({ subject: z.string(), account: z.string(), secret: z.string() });

/** The recovery that this browser is in the middle of, from its session. */
export function recoveryIn({ session }: Pick<Presence, 'session'>): Recovery | undefined {
  const kept = pendingSchema.safeParse(session.pending[pendingKey]);
  if (!kept.success) return undefined;
  const { subject, account, secret } = kept.data;
  return { subject: subject as PersonId, account: account as PersonId, secret: new Redacted(secret) };
}

/** For `sessions.setPending`: remembers a recovery, or forgets it. */
export const asPending = (recovery: Recovery | undefined): Record<string, unknown> => ({
  [pendingKey]: recovery && { ...recovery, secret: recovery.secret.reveal() },
});
