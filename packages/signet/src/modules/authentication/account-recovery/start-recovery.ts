import { randomUUID } from 'node:crypto';
import { type Clock, err, hours, ok, type Result, type Transact } from '../../../kernel/index.ts';
import type { Account } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { TooManyAttempts } from '../limits/index.ts';
import type { Presence } from '../session/index.ts';
import type { AccountRecovery, Blocked, ConfirmError, ConfirmLinkError } from './account-recovery.ts';
import type { RecoveryStore } from './postgres-recoveries.ts';
import type { RecoveryNotices } from './recovery-notices.ts';
import type { RecoverySteps } from './recovery-steps.ts';

interface Needs {
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly complete: AccountRecovery['succeed'];
  readonly recoveries: Pick<RecoveryStore, 'blockedUntil' | 'start'>;
  readonly recoveryNotices: Pick<RecoveryNotices, 'send' | 'whom'>;
  readonly steps: Pick<RecoverySteps, 'confirm' | 'confirmByLink' | 'countStart' | 'ofSession' | 'remember'>;
  readonly transact: Transact;
}

/** As long as a session that nobody is signed in to: after that the code is asked for anew. */
const underWayFor = hours(24);

/** The emailed code came back: from here on it is worth telling everybody (B16). */
export const confirmCode =
  (needs: Needs): AccountRecovery['confirm'] =>
  async (presence, input): Promise<Result<Presence, ConfirmError>> => {
    const confirmed = await needs.steps.confirm(presence, input);
    return confirmed.ok ? start(needs, confirmed.value, input.source) : confirmed;
  };

/** The link of the same mail was opened and its button pressed, in whatever browser. */
export const confirmLink =
  (needs: Needs): AccountRecovery['confirmByLink'] =>
  async (presence, input): Promise<Result<Presence, ConfirmLinkError>> => {
    const confirmed = await needs.steps.confirmByLink(presence, input);
    return confirmed.ok ? start(needs, confirmed.value, input.source) : confirmed;
  };

async function start(
  needs: Needs,
  { presence, account }: { readonly presence: Presence; readonly account: Account },
  source: string,
): Promise<Result<Presence, Blocked | TooManyAttempts>> {
  const { audit, clock, recoveries, recoveryNotices, steps, transact } = needs;
  const now = clock.now();
  const until = await recoveries.blockedUntil(account.person, now);
  if (until) return err({ code: 'blocked', until });
  const counted = await steps.countStart(account.person, source);
  if (!counted.ok) return counted;
  const to = await recoveryNotices.whom(account.person);
  const underWay = { person: account.person, recovery: randomUUID() };
  const next = await transact(async (tx) => {
    const expires = new Date(now.getTime() + underWayFor);
    await recoveries.start(tx, underWay.recovery, account.person, now, expires);
    const disavows = { person: account.person, kind: 'recovery', about: underWay.recovery } as const;
    if (to) await recoveryNotices.send(tx, to, 'recovery-started', { at: now }, disavows);
    await audit.record(tx, {
      action: 'recovery.started',
      actor: { kind: 'person' },
      subject: account.auditRef,
    });
    return steps.remember(tx, presence, underWay);
  });
  const proof = steps.ofSession(next);
  if (!proof) return ok(next);
  const recovered = await needs.complete(next, proof);
  return recovered.ok ? recovered : ok(next);
}
