import { type Clock, err, ok, Redacted, type Result, type Transact, type Tx } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Authenticators, AuthenticatorsOf, SecurityNotices } from '../authenticators/index.ts';
import {
  type Attempt,
  type Attempts,
  failuresAtMost,
  failuresBorne,
  type TooManyAttempts,
} from '../limits/index.ts';
import {
  type AuthenticationEvent,
  type Circumstances,
  type KnownDevices,
  type Presence,
  type Sessions,
  wentOnElsewhere,
} from '../session/index.ts';
import type { SignInAs } from '../sign-in/index.ts';
import type { AuthenticatorApp } from './authenticator-app.ts';
import { totpContext } from './enroll-app.ts';
import type { VerifyTotpError } from './outcomes.ts';
import type { TotpKeys } from './ports.ts';
import type { TotpStore } from './postgres-totp.ts';
import { totpStep } from './totp.ts';

export interface JudgedTotp {
  readonly event: AuthenticationEvent;
  /** Uses the code up; false when it, or a later one, was used before (B7). */
  accept(tx: Tx): Promise<boolean>;
  readonly attempt: Attempt;
  failed(): Promise<void>;
}

export type JudgeTotp = (
  account: Account,
  code: string,
  source: string,
  from?: Circumstances,
) => Promise<Result<JudgedTotp, { readonly code: 'wrong-code' } | TooManyAttempts>>;

export interface JudgeNeeds {
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly kms: TotpKeys;
  readonly knownDevices: Pick<KnownDevices, 'own'>;
  readonly securityNotices: Pick<SecurityNotices, 'disabled'>;
  readonly totp: Pick<TotpStore, 'accept' | 'takeAttempt'>;
  readonly transact: Transact;
}

/** Whether the app shows this code; counted before it is judged (B4). */
export const createJudgeTotp =
  (needs: JudgeNeeds): JudgeTotp =>
  async ({ person, auditRef }, code, source, from) => {
    const own = () => needs.knownDevices.own(person, from);
    const allowed = await needs.attempts.take('totp', person, source, own);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await needs.totp.takeAttempt(person, failuresBorne(allowed.fromKnownPlace));
    if (!taken) return err({ code: 'wrong-code' });
    const secret = await needs.kms.unwrap('totp', taken.secret, totpContext(person));
    const at = needs.clock.now();
    const step = totpStep(new Redacted(secret.toString()), code, at);
    if (step !== undefined) {
      const accept = (tx: Tx) => needs.totp.accept(tx, person, step);
      return ok({ event: { method: 'totp', at }, accept, attempt: allowed.attempt, failed });
    }
    await failed();
    return err({ code: 'wrong-code' });

    async function failed(): Promise<void> {
      await needs.transact((tx) =>
        needs.audit.record(tx, {
          action: 'sign-in.failed',
          actor: { kind: 'person' },
          subject: auditRef,
          details: { method: 'totp' },
        }),
      );
      if (taken?.failures === failuresAtMost) await needs.securityNotices.disabled(person, 'totp');
    }
  };

interface VerifyNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly authenticators: AuthenticatorsOf;
  readonly judge: JudgeTotp;
  readonly knownDevices: Pick<KnownDevices, 'look'>;
  readonly sessions: Pick<Sessions, 'load'>;
  readonly signInAs: SignInAs;
}

export const verifyAppCode =
  (needs: VerifyNeeds): AuthenticatorApp['verify'] =>
  async (presence, { code, source }): Promise<Result<Presence, VerifyTotpError>> => {
    const [account, ways] = await askedAhead(needs, presence);
    if (account?.status !== 'active') return err({ code: 'not-now' });
    const judged = await needs.judge(account, code, source, presence.from);
    if (!judged.ok) return judged;
    const { event, accept, attempt, failed } = judged.value;
    const accepted = (tx: Tx) => attempt.succeededAtHome(tx);
    const signedIn = await needs.signInAs(presence, account, { event, accept, accepted, ways });
    if (signedIn) return ok(signedIn);
    if (await wentOnElsewhere(needs.sessions, presence)) return err({ code: 'not-now' });
    await failed();
    return err({ code: 'wrong-code' });
  };

/** What a right code needs as well is asked together with whose it is, as one round trip. */
async function askedAhead(
  { accounts, authenticators, knownDevices }: VerifyNeeds,
  { session: { person }, from }: Presence,
): Promise<readonly [account?: Account | undefined, ways?: Authenticators]> {
  if (!person) return [];
  const [account, ways] = await Promise.all([
    accounts.get(person),
    authenticators(person),
    from && knownDevices.look(person, from), // kept for this request
  ]);
  return [account, ways];
}
