import { randomUUID } from 'node:crypto';
import { err, hours, ok, type Result } from '../../kernel/index.ts';
import type { Presence } from '../authentication/index.ts';
import type { RecoveryParts } from './parts.ts';
import type { ConfirmError, Recovery } from './recovery.ts';

/** As long as a session that nobody is signed in to: after that the code is asked for anew. */
const underWayFor = hours(24);

/** The emailed code came back: from here on it is worth telling everybody (B16). */
export const confirmCode =
  (parts: RecoveryParts): Recovery['confirm'] =>
  async (presence, input): Promise<Result<Presence, ConfirmError>> => {
    const { audit, clock, recovering, store, tell, transact } = parts;
    const confirmed = await recovering.confirm(presence, input);
    if (!confirmed.ok) return confirmed;
    const { account } = confirmed.value;
    const now = clock.now();
    const until = await store.blockedUntil(account.person, now);
    if (until) return err({ code: 'blocked', until });
    const counted = await recovering.countStart(account.person, input.source);
    if (!counted.ok) return counted;
    const to = await tell.whom(account.person);
    const underWay = { person: account.person, recovery: randomUUID() };
    const next = await transact(async (tx) => {
      const expires = new Date(now.getTime() + underWayFor);
      await store.start(tx, underWay.recovery, account.person, now, expires);
      const disavows = { person: account.person, kind: 'recovery', about: underWay.recovery } as const;
      if (to) await tell.send(tx, to, 'recovery-started', { at: now }, disavows);
      await audit.record(tx, {
        action: 'recovery.started',
        actor: { kind: 'person' },
        subject: account.auditRef,
      });
      return recovering.remember(tx, confirmed.value.presence, underWay);
    });
    const proof = recovering.ofSession(next);
    if (!proof) return ok(next);
    const recovered = await parts.succeed(next, proof);
    return recovered.ok ? recovered : ok(next);
  };
