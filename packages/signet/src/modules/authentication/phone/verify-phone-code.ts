import { err, ok, type Result, type Tx } from '../../../kernel/index.ts';
import type { Account } from '../../accounts/index.ts';
import type { Authentication } from '../authentication.ts';
import type { Attempt } from '../limits/attempts.ts';
import { failuresAtMost, failuresBorne } from '../limits/failure-limit.ts';
import type { NotNow, VerifyPhoneCodeError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import type { AuthenticationEvent, Presence } from '../session/session.ts';
import { signInAs, wentOnElsewhere } from '../sign-in/sign-in-as.ts';
import { isCode, isLive, phoneKeys, signInCodeIn } from './phone-code.ts';

export interface JudgedPhoneCode {
  readonly event: AuthenticationEvent;
  /** Marks the phone as used; false when it was removed or turned off meanwhile. */
  accept(tx: Tx): Promise<boolean>;
  readonly attempt: Attempt;
  failed(): Promise<void>;
}

/** A code counts once, for ten minutes, in the browser that asked for it (B5); wrong ones count for the phone (B4). */
export async function judgePhoneCode(
  parts: Parts,
  { session, from }: Presence,
  { person, auditRef }: Account,
  { code, source }: { readonly code: string; readonly source: string },
): Promise<Result<JudgedPhoneCode, Exclude<VerifyPhoneCodeError, NotNow>>> {
  const sent = signInCodeIn(session);
  const at = parts.clock.now();
  if (!sent || !isLive(sent, at)) return err({ code: 'code-expired' });
  const own = () => parts.knownDevices.own(person, from);
  const allowed = await parts.attempts.take('phone-code', person, source, own);
  if (!allowed.allowed) return err(allowed.error);
  const taken = await parts.phones.takeAttempt(person, sent.phone, failuresBorne(allowed.fromKnownPlace));
  if (!taken) return err({ code: 'wrong-code' });
  const method = methodOf(sent.by);
  if (isCode(sent, code)) {
    const accept = (tx: Tx) => parts.phones.accept(tx, person, sent.phone, at);
    return ok({ event: { method, at }, accept, attempt: allowed.attempt, failed });
  }
  await failed();
  return err({ code: 'wrong-code' });

  async function failed(): Promise<void> {
    await parts.transact((tx) =>
      parts.audit.record(tx, {
        action: 'sign-in.failed',
        actor: { kind: 'person' },
        subject: auditRef,
        details: { method },
      }),
    );
    if (taken?.failures === failuresAtMost) await parts.tell.disabled(person, 'phone');
  }
}

export const verifyPhoneCode =
  (parts: Parts): Authentication['verifyPhoneCode'] =>
  async (presence, input): Promise<Result<Presence, VerifyPhoneCodeError>> => {
    const { person } = presence.session;
    const account = person && (await parts.accounts.get(person));
    if (account?.status !== 'active') return err({ code: 'not-now' });
    const judged = await judgePhoneCode(parts, presence, account, input);
    if (!judged.ok) return judged;
    const { event, accept, attempt, failed } = judged.value;
    const consume = phoneKeys.signIn;
    const signedIn = await signInAs(parts)(presence, account, { event, consume, accept });
    if (signedIn) {
      await attempt.succeededAtHome();
      return ok(signedIn);
    }
    if (await wentOnElsewhere(parts.sessions, presence)) return err({ code: 'not-now' });
    await failed();
    return err({ code: 'wrong-code' });
  };

/** By how the code went out, whatever the phone was bound for. */
export const methodOf = (by: 'text' | 'voice'): AuthenticationEvent['method'] =>
  by === 'text' ? 'text-code' : 'voice-code';
