import { err, ok, type Result } from '../../kernel/index.ts';
import type { Authentication } from './authentication.ts';
import { failuresAtMost, failuresBorne } from './failure-limit.ts';
import type { VerifyPhoneCodeError } from './outcomes.ts';
import type { Parts } from './parts.ts';
import { isCode, isLive, phoneKeys, signInCodeIn } from './phone-code.ts';
import type { AuthenticationEvent, Presence } from './session.ts';
import { signInAs, wentOnElsewhere } from './sign-in-as.ts';

/** A code counts once, for ten minutes, in the browser that asked for it (B5); wrong ones count for the phone (B4). */
export const verifyPhoneCode =
  (parts: Parts): Authentication['verifyPhoneCode'] =>
  async (presence, { code, source }): Promise<Result<Presence, VerifyPhoneCodeError>> => {
    const { person } = presence.session;
    const account = person && (await parts.accounts.get(person));
    if (account?.status !== 'active') return err({ code: 'not-now' });
    const sent = signInCodeIn(presence.session);
    const at = parts.clock.now();
    if (!sent || !isLive(sent, at)) return err({ code: 'code-expired' });
    const own = () => parts.knownDevices.own(account.person, presence.from);
    const allowed = await parts.attempts.take('phone-code', account.person, source, own);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await parts.phones.takeAttempt(
      account.person,
      sent.phone,
      failuresBorne(allowed.fromKnownPlace),
    );
    if (!taken) return err({ code: 'wrong-code' });
    const method = methodOf(sent.by);
    const isRight = isCode(sent, code);
    const signedIn =
      isRight &&
      (await signInAs(parts)(presence, account, {
        event: { method, at },
        consume: phoneKeys.signIn,
        accept: (tx) => parts.phones.accept(tx, account.person, sent.phone, at),
      }));
    if (signedIn) {
      await allowed.attempt.succeededAtHome();
      return ok(signedIn);
    }
    if (isRight && (await wentOnElsewhere(parts.sessions, presence))) return err({ code: 'not-now' });
    await parts.transact((tx) =>
      parts.audit.record(tx, {
        action: 'sign-in.failed',
        actor: { kind: 'person' },
        subject: account.auditRef,
        details: { method },
      }),
    );
    if (taken.failures === failuresAtMost) await parts.tell.disabled(account.person, 'phone');
    return err({ code: 'wrong-code' });
  };

/** By how the code went out, whatever the phone was bound for. */
export const methodOf = (by: 'text' | 'voice'): AuthenticationEvent['method'] =>
  by === 'text' ? 'text-code' : 'voice-code';
