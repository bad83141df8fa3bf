import { err, ok, Redacted, type Result } from '../../kernel/index.ts';
import type { Authentication } from './authentication.ts';
import { totpContext } from './enroll-totp.ts';
import { failuresAtMost, failuresBorne } from './failure-limit.ts';
import type { VerifyTotpError } from './outcomes.ts';
import type { Parts } from './parts.ts';
import type { Presence } from './session.ts';
import { signInAs, wentOnElsewhere } from './sign-in-as.ts';
import { totpStep } from './totp.ts';

export const verifyTotp =
  (parts: Parts): Authentication['verifyTotp'] =>
  async (presence, { code, source }): Promise<Result<Presence, VerifyTotpError>> => {
    const { person } = presence.session;
    const account = person && (await parts.accounts.get(person));
    if (account?.status !== 'active') return err({ code: 'not-now' });
    const allowed = await parts.attempts.take('totp', account.person, source);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await parts.totp.takeAttempt(account.person, failuresBorne(allowed.fromKnownPlace));
    if (!taken) return err({ code: 'wrong-code' });
    const secret = await parts.kms.unwrap('totp', taken.secret, totpContext(account.person));
    const at = parts.clock.now();
    const step = totpStep(new Redacted(secret.toString()), code, at);
    const signedIn =
      step !== undefined &&
      (await signInAs(parts)(presence, account, {
        event: { method: 'totp', at },
        accept: (tx) => parts.totp.accept(tx, account.person, step),
      }));
    if (signedIn) {
      await allowed.attempt.succeededAtHome();
      return ok(signedIn);
    }
    if (step !== undefined && (await wentOnElsewhere(parts.sessions, presence)))
      return err({ code: 'not-now' });
    await parts.transact((tx) =>
      parts.audit.record(tx, {
        action: 'sign-in.failed',
        actor: { kind: 'person' },
        subject: account.auditRef,
        details: { method: 'totp' },
      }),
    );
    if (taken.failures === failuresAtMost) await parts.tell.disabled(account.person, 'totp');
    return err({ code: 'wrong-code' });
  };
