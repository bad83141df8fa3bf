import { timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '../../../kernel/index.ts';
import type { Account } from '../../accounts/index.ts';
import type { Authentication } from '../authentication.ts';
import type { Attempt } from '../limits/attempts.ts';
import { failuresAtMost, failuresBorne } from '../limits/failure-limit.ts';
import type { TooManyAttempts, UseRecoveryCodeError } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import type { Presence } from '../session/session.ts';
import { signInAs, wentOnElsewhere } from '../sign-in/sign-in-as.ts';
import { recoveryCodeWay } from './issue-recovery-codes.ts';
import { type RecoveryCodeParts, readRecoveryCode, recoveryCodeParts } from './recovery-code.ts';

/**
 * B15: beside the password in the place of the second factor; or by somebody signed in already, to open a vault that
 * their passkey does not. Used up in the transaction that makes the session: of two at once one wins.
 */
export const useRecoveryCode =
  (parts: Parts): Authentication['useRecoveryCode'] =>
  async (presence, { code, source }): Promise<Result<Presence, UseRecoveryCodeError>> => {
    const { person, events, aal } = presence.session;
    const account = person && (await parts.accounts.get(person));
    const mayUse = aal >= 2 || events.some(({ method }) => method === 'password');
    if (account?.status !== 'active' || !mayUse) return err({ code: 'not-now' });
    const judged = await findRecoveryCode(parts, account, code, source);
    if (!judged.ok) return judged;
    const { found, attempt, failed } = judged.value;
    const used = await use(parts, presence, account, found);
    if (used) {
      await attempt.succeededAtHome();
      return ok(used);
    }
    if (await wentOnElsewhere(parts.sessions, presence)) return err({ code: 'not-now' });
    await failed();
    return err({ code: 'wrong-code' });
  };

export interface FoundRecoveryCode {
  readonly found: RecoveryCodeParts;
  readonly attempt: Attempt;
  failed(): Promise<void>;
}

/** An unused code of this person; counted before it is judged (B4). Looking does not use it up. */
export async function findRecoveryCode(
  parts: Parts,
  account: Account,
  code: string,
  source: string,
): Promise<Result<FoundRecoveryCode, { readonly code: 'wrong-code' } | TooManyAttempts>> {
  const allowed = await parts.attempts.take('recovery-code', account.person, source);
  if (!allowed.allowed) return err(allowed.error);
  const most = failuresBorne(allowed.fromKnownPlace);
  const taken = await parts.recoveryCodes.takeAttempt(account.person, most);
  const found = taken && (await find(parts, account, code));
  if (found) return ok({ found, attempt: allowed.attempt, failed });
  await failed();
  return err({ code: 'wrong-code' });

  async function failed(): Promise<void> {
    await parts.transact((tx) =>
      parts.audit.record(tx, {
        action: 'sign-in.failed',
        actor: { kind: 'person' },
        subject: account.auditRef,
        details: { method: 'recovery-code' },
      }),
    );
    if (taken?.failures === failuresAtMost) await parts.tell.disabled(account.person, 'recovery-codes');
  }
}

async function find(
  parts: Parts,
  { person }: Account,
  typed: string,
): Promise<RecoveryCodeParts | undefined> {
  const code = readRecoveryCode(typed);
  if (!code) return undefined;
  const given = recoveryCodeParts(person, code);
  const verifier = await parts.recoveryCodes.find(person, given.lookup);
  return verifier && timingSafeEqual(verifier, given.verifier) ? given : undefined;
}

async function use(
  parts: Parts,
  presence: Presence,
  account: Account,
  { lookup, vaultSecret }: RecoveryCodeParts,
): Promise<Presence | undefined> {
  const { person } = account;
  const at = parts.clock.now();
  const to = await parts.tell.addressees(person);
  const ref = recoveryCodeWay(lookup);
  return signInAs(parts)(presence, account, {
    event: { method: 'recovery-code', at },
    way: { kind: 'recovery-code', ref, secret: vaultSecret },
    async accept(tx) {
      const left = await parts.recoveryCodes.use(tx, person, lookup, at);
      if (left === undefined) return false;
      await parts.vault.removeWayIn(tx, person, 'recovery-code', ref);
      await parts.tell.send(tx, to, 'recovery-code-used', { left }, { kind: 'sign-in', about: 'any' });
      return true;
    },
  });
}
