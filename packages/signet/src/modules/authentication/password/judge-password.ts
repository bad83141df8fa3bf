import { randomBytes } from 'node:crypto';
import {
  err,
  newId,
  ok,
  type PersonId,
  type Redacted,
  type Result,
  type Transact,
  type Tx,
} from '../../../kernel/index.ts';
import type { Account, Accounts, EmailAddress } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { SecurityNotices } from '../authenticators/index.ts';
import {
  type Attempt,
  type Attempts,
  failuresAtMost,
  failuresBorne,
  type HashQueue,
  type QueuePlace,
  type TriedAccounts,
  wideNetworkOf,
} from '../limits/index.ts';
import type { Circumstances, KnownDevices } from '../session/index.ts';
import type { SignInWithPasswordError } from './outcomes.ts';
import {
  costsLessThanNow,
  type DerivedPassword,
  derivePassword,
  newHashParameters,
} from './password-hash.ts';
import type { PasswordKeys } from './ports.ts';
import type { PasswordStore, StoredPassword } from './postgres-passwords.ts';

/** What an address without a password is measured against: nothing matches it, and it costs the same. */
const nobodysPassword = (): StoredPassword => ({ ...newHashParameters(), verifier: randomBytes(32) });

export interface JudgeNeeds {
  readonly accounts: Pick<Accounts, 'digestOf' | 'findByEmail'>;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly hashQueue: HashQueue;
  readonly kms: PasswordKeys;
  readonly knownDevices: Pick<KnownDevices, 'own'>;
  readonly passwords: Pick<PasswordStore, 'succeeded' | 'takeAttempt'>;
  readonly securityNotices: Pick<SecurityNotices, 'disabled'>;
  readonly transact: Transact;
  readonly triedAccounts: Pick<TriedAccounts, 'failed'>;
}

interface Matched {
  readonly account: Account;
  readonly stored: StoredPassword;
  readonly vaultSecret: Redacted<Uint8Array>;
  /** The same password at today's cost, where it was stored at a lower one. */
  readonly anew?: StoredPassword & Pick<DerivedPassword, 'vaultSecret'>;
}

export interface MatchedPassword extends Matched {
  readonly attempt: Attempt;
  /**
   * Starts the count of failures anew, and keeps `anew` in its place where that is given; false when the password was
   * changed while it was judged.
   */
  accept(tx: Tx, anew?: StoredPassword): Promise<boolean>;
}

/** Whether this is the password of the account with this address. */
export type JudgePassword = (
  address: EmailAddress,
  password: Redacted<string>,
  source: string,
  from?: Circumstances,
) => Promise<Result<MatchedPassword, SignInWithPasswordError>>;

/**
 * Whether there is such an account, whether it has a password and whether that is off: every case makes the same
 * queries, one Argon2id and one audit entry, and gets the same answer.
 */
export const createJudgePassword =
  (needs: JudgeNeeds): JudgePassword =>
  async (address, password, source, from) => {
    const place = needs.hashQueue.enter(wideNetworkOf(source));
    if (!place) return err({ code: 'busy' });
    try {
      const account = await needs.accounts.findByEmail(address);
      const digest = (await needs.accounts.digestOf(address)).toString('base64url');
      const own = () => needs.knownDevices.own(account?.person, from);
      const taken = await needs.attempts.take('password', digest, source, own, account?.person);
      if (!taken.allowed) return err(taken.error);
      const judged = await judge(needs, place, account, password, failuresBorne(taken.fromKnownPlace));
      if (judged.ok) {
        const { account: of, stored } = judged.value;
        const accept: MatchedPassword['accept'] = (tx, anew) =>
          needs.passwords.succeeded(tx, of.person, stored, anew);
        return ok({ ...judged.value, attempt: taken.attempt, accept });
      }
      await needs.triedAccounts.failed(digest, source);
      return judged;
    } finally {
      place.leave();
    }
  };

async function judge(
  needs: JudgeNeeds,
  place: QueuePlace,
  account: Account | undefined,
  password: Redacted<string>,
  most: number,
): Promise<Result<Matched, { readonly code: 'does-not-match' }>> {
  const stored = await needs.passwords.takeAttempt(account?.person ?? newId<PersonId>(), most);
  const measure = stored ?? nobodysPassword();
  const matched = await place.run(() => compare(needs, password, measure));
  if (matched && stored && account?.status === 'active') return ok({ account, stored, ...matched });
  await needs.transact((tx) =>
    needs.audit.record(tx, {
      action: 'sign-in.failed',
      actor: { kind: 'person' },
      ...(account ? { subject: account.auditRef } : {}),
      details: { method: 'password' },
    }),
  );
  if (account && stored?.failures === failuresAtMost)
    await needs.securityNotices.disabled(account.person, 'password');
  return err({ code: 'does-not-match' });
}

/** Undefined: not this password. What was hashed at a lower cost is hashed again in the same turn. */
async function compare(
  { kms }: JudgeNeeds,
  password: Redacted<string>,
  measure: StoredPassword,
): Promise<Pick<Matched, 'vaultSecret' | 'anew'> | undefined> {
  const { verifier, vaultSecret } = await derivePassword(password, measure);
  const matches = await kms.isMac('password-pepper', verifier, measure.verifier);
  if (!matches || !costsLessThanNow(measure)) return matches ? { vaultSecret } : undefined;
  const parameters = newHashParameters();
  const made = await derivePassword(password, parameters);
  const anew = { ...parameters, ...made, verifier: await kms.mac('password-pepper', made.verifier) };
  return { vaultSecret, anew };
}
