import type { Clock, PersonId, Transact } from '../../../kernel/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { AuthenticatorsOf } from '../authenticators/index.ts';
import type { NamedPasskey } from '../passkey/index.ts';
import type { Undoing } from '../removal/index.ts';
import type { Presence } from '../session/index.ts';
import type { AccountRecovery } from './account-recovery.ts';
import type { RecoveryNotices } from './recovery-notices.ts';
import type { RecoverySteps } from './recovery-steps.ts';

interface LookNeeds {
  readonly authenticators: AuthenticatorsOf;
  readonly passkeysOf: (person: PersonId) => Promise<readonly NamedPasskey[]>;
  readonly steps: Pick<RecoverySteps, 'recovered'>;
  readonly undoing: Pick<Undoing, 'boundBefore'>;
}

interface SettleNeeds extends LookNeeds {
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly recoveryNotices: Pick<RecoveryNotices, 'mail' | 'whom'>;
  readonly steps: Pick<RecoverySteps, 'recovered' | 'settled'>;
  readonly transact: Transact;
  readonly undoing: Pick<Undoing, 'authenticator' | 'boundBefore'>;
}

/** What was there before the recovery stays until its owner says that it is lost: whoever disavows it is still in. */
export const earlierWays =
  ({ authenticators, passkeysOf, steps, undoing }: LookNeeds): AccountRecovery['earlierWays'] =>
  async (presence) => {
    const from = steps.recovered(presence);
    if (!from) return [];
    const earlier = await undoing.boundBefore(from.person, from.at);
    const passkeys = await passkeysOf(from.person);
    const { phones } = await authenticators(from.person);
    const nameOf = (about: string) => passkeys.find(({ id }) => about === `passkey:${id}`);
    const phoneOf = (about: string) => phones.find(({ id }) => about === `phone:${id}`)?.masked;
    return earlier.map((way) => ({
      ...way,
      name: nameOf(way.about)?.name ?? nameOf(way.about)?.model ?? phoneOf(way.about),
    }));
  };

export const settle =
  (needs: SettleNeeds): AccountRecovery['settle'] =>
  async (presence, lost): Promise<Presence> => {
    const { audit, clock, recoveryNotices, steps, transact, undoing } = needs;
    const { person, aal } = presence.session;
    const from = steps.recovered(presence);
    const to = person && aal >= 2 ? await recoveryNotices.whom(person) : undefined;
    if (!to || !from) return presence;
    const gone = (await earlierWays(needs)(presence)).filter(({ about }) => lost.includes(about));
    return transact(async (tx) => {
      for (const { about, kind } of gone) {
        await undoing.authenticator(tx, from.person, about, from.at);
        await recoveryNotices.mail(tx, to, 'authenticator-removed', { authenticator: kind, at: clock.now() });
        await audit.record(tx, {
          action: 'authenticator.removed',
          actor: { kind: 'person' },
          subject: to.account.auditRef,
          details: { authenticator: kind },
        });
      }
      return steps.settled(presence, tx);
    });
  };
