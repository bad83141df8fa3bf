import { err, ok, Redacted, type Result, type Tx } from '../../../kernel/index.ts';
import type { Account } from '../../accounts/index.ts';
import type { Authentication } from '../authentication.ts';
import type { Attempt } from '../limits/attempts.ts';
import { failuresAtMost, failuresBorne } from '../limits/failure-limit.ts';
import type { TooManyAttempts, VerifyTotpError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import type { Circumstances } from '../session/circumstances.ts';
import type { AuthenticationEvent, Presence } from '../session/session.ts';
import { signInAs, wentOnElsewhere } from '../sign-in/sign-in-as.ts';
import { totpContext } from './enroll-app.ts';
import { totpStep } from './totp.ts';

export interface JudgedTotp {
  readonly event: AuthenticationEvent;
  /** Uses the code up; false when it, or a later one, was used before (B7). */
  accept(tx: Tx): Promise<boolean>;
  readonly attempt: Attempt;
  failed(): Promise<void>;
}

/** Whether the app shows this code; counted before it is judged (B4). */
export async function judgeTotp(
  parts: Parts,
  { person, auditRef }: Account,
  code: string,
  source: string,
  from?: Circumstances,
): Promise<Result<JudgedTotp, { readonly code: 'wrong-code' } | TooManyAttempts>> {
  const own = () => parts.knownDevices.own(person, from);
  const allowed = await parts.attempts.take('totp', person, source, own);
  if (!allowed.allowed) return err(allowed.error);
  const taken = await parts.totp.takeAttempt(person, failuresBorne(allowed.fromKnownPlace));
  if (!taken) return err({ code: 'wrong-code' });
  const secret = await parts.kms.unwrap('totp', taken.secret, totpContext(person));
  const at = parts.clock.now();
  const step = totpStep(new Redacted(secret.toString()), code, at);
  if (step !== undefined) {
    const accept = (tx: Tx) => parts.totp.accept(tx, person, step);
    return ok({ event: { method: 'totp', at }, accept, attempt: allowed.attempt, failed });
  }
  await failed();
  return err({ code: 'wrong-code' });

  async function failed(): Promise<void> {
    await parts.transact((tx) =>
      parts.audit.record(tx, {
        action: 'sign-in.failed',
        actor: { kind: 'person' },
        subject: auditRef,
        details: { method: 'totp' },
      }),
    );
    if (taken?.failures === failuresAtMost) await parts.tell.disabled(person, 'totp');
  }
}

export const verifyTotp =
  (parts: Parts): Authentication['verifyTotp'] =>
  async (presence, { code, source }): Promise<Result<Presence, VerifyTotpError>> => {
    const { person } = presence.session;
    const account = person && (await parts.accounts.get(person));
    if (account?.status !== 'active') return err({ code: 'not-now' });
    const judged = await judgeTotp(parts, account, code, source, presence.from);
    if (!judged.ok) return judged;
    const { event, accept, attempt, failed } = judged.value;
    const signedIn = await signInAs(parts)(presence, account, { event, accept });
    if (signedIn) {
      await attempt.succeededAtHome();
      return ok(signedIn);
    }
    if (await wentOnElsewhere(parts.sessions, presence)) return err({ code: 'not-now' });
    await failed();
    return err({ code: 'wrong-code' });
  };
