import { type Clock, err, ok, type Result, type Transact, type Tx } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { SecurityNotices } from '../authenticators/index.ts';
import { type Attempt, type Attempts, failuresAtMost, failuresBorne } from '../limits/index.ts';
import {
  type AuthenticationEvent,
  type KnownDevices,
  type NotNow,
  type Presence,
  type Sessions,
  wentOnElsewhere,
} from '../session/index.ts';
import type { SignInAs } from '../sign-in/index.ts';
import type { VerifyPhoneCodeError } from './outcomes.ts';
import type { Phone } from './phone.ts';
import { isCode, isLive, phoneKeys, signInCodeIn } from './phone-code.ts';
import type { PhoneStore } from './postgres-phones.ts';

export interface JudgedPhoneCode {
  readonly event: AuthenticationEvent;
  /** Marks the phone as used; false when it was removed or turned off meanwhile. */
  accept(tx: Tx): Promise<boolean>;
  readonly attempt: Attempt;
  failed(): Promise<void>;
}

export type JudgePhoneCode = (
  presence: Presence,
  account: Account,
  input: { readonly code: string; readonly source: string },
) => Promise<Result<JudgedPhoneCode, Exclude<VerifyPhoneCodeError, NotNow>>>;

interface JudgeNeeds {
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly knownDevices: Pick<KnownDevices, 'own'>;
  readonly phones: Pick<PhoneStore, 'accept' | 'takeAttempt'>;
  readonly securityNotices: Pick<SecurityNotices, 'disabled'>;
  readonly transact: Transact;
}

/** A code counts once, for ten minutes, in the browser that asked for it (B5); wrong ones count for the phone (B4). */
export const createJudgePhoneCode =
  (needs: JudgeNeeds): JudgePhoneCode =>
  async ({ session, from }, { person, auditRef }, { code, source }) => {
    const sent = signInCodeIn(session);
    const at = needs.clock.now();
    if (!sent || !isLive(sent, at)) return err({ code: 'code-expired' });
    const own = () => needs.knownDevices.own(person, from);
    const allowed = await needs.attempts.take('phone-code', person, source, own);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await needs.phones.takeAttempt(person, sent.phone, failuresBorne(allowed.fromKnownPlace));
    if (!taken) return err({ code: 'wrong-code' });
    const method = methodOf(sent.by);
    if (isCode(sent, code)) {
      const accept = (tx: Tx) => needs.phones.accept(tx, person, sent.phone, at);
      return ok({ event: { method, at }, accept, attempt: allowed.attempt, failed });
    }
    await failed();
    return err({ code: 'wrong-code' });

    async function failed(): Promise<void> {
      await needs.transact((tx) =>
        needs.audit.record(tx, {
          action: 'sign-in.failed',
          actor: { kind: 'person' },
          subject: auditRef,
          details: { method },
        }),
      );
      if (taken?.failures === failuresAtMost) await needs.securityNotices.disabled(person, 'phone');
    }
  };

interface VerifyNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly judge: JudgePhoneCode;
  readonly sessions: Pick<Sessions, 'load'>;
  readonly signInAs: SignInAs;
}

export const verifyPhoneCode =
  (needs: VerifyNeeds): Phone['verify'] =>
  async (presence, input): Promise<Result<Presence, VerifyPhoneCodeError>> => {
    const { person } = presence.session;
    const account = person && (await needs.accounts.get(person));
    if (account?.status !== 'active') return err({ code: 'not-now' });
    const judged = await needs.judge(presence, account, input);
    if (!judged.ok) return judged;
    const { event, accept, attempt, failed } = judged.value;
    const consume = phoneKeys.signIn;
    const accepted = (tx: Tx) => attempt.succeededAtHome(tx);
    const signedIn = await needs.signInAs(presence, account, { event, consume, accept, accepted });
    if (signedIn) return ok(signedIn);
    if (await wentOnElsewhere(needs.sessions, presence)) return err({ code: 'not-now' });
    await failed();
    return err({ code: 'wrong-code' });
  };

/** A sign-in is named by how its code went out, whatever the phone was bound for. */
export const methodOf = (by: 'text' | 'voice'): AuthenticationEvent['method'] =>
  by === 'text' ? 'text-code' : 'voice-code';
