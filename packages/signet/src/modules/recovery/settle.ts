import type { Presence } from '../authentication/index.ts';
import type { RecoveryParts } from './parts.ts';
import type { Recovery } from './recovery.ts';

/** What was there before the recovery stays until its owner says that it is lost: whoever disavows it is still in. */
export const earlierWays =
  ({ authentication, recovering }: RecoveryParts): Recovery['earlierWays'] =>
  async (presence) => {
    const from = recovering.recovered(presence);
    if (!from) return [];
    const earlier = await authentication.undoing.boundBefore(from.person, from.at);
    const passkeys = await authentication.passkey.list(from.person);
    const { phones } = await authentication.authenticators.of(from.person);
    const nameOf = (about: string) => passkeys.find(({ id }) => about === `passkey:${id}`);
    const phoneOf = (about: string) => phones.find(({ id }) => about === `phone:${id}`)?.masked;
    return earlier.map((way) => ({
      ...way,
      name: nameOf(way.about)?.name ?? nameOf(way.about)?.model ?? phoneOf(way.about),
    }));
  };

export const settle =
  (parts: RecoveryParts): Recovery['settle'] =>
  async (presence, lost): Promise<Presence> => {
    const { audit, authentication, clock, recovering, tell, transact } = parts;
    const { person, aal } = presence.session;
    const from = recovering.recovered(presence);
    const to = person && aal >= 2 ? await tell.whom(person) : undefined;
    if (!to || !from) return presence;
    const gone = (await earlierWays(parts)(presence)).filter(({ about }) => lost.includes(about));
    return transact(async (tx) => {
      for (const { about, kind } of gone) {
        await authentication.undoing.authenticator(tx, from.person, about, from.at);
        await tell.mail(tx, to, 'authenticator-removed', { authenticator: kind, at: clock.now() });
        await audit.record(tx, {
          action: 'authenticator.removed',
          actor: { kind: 'person' },
          subject: to.account.auditRef,
          details: { authenticator: kind },
        });
      }
      return recovering.settled(presence, tx);
    });
  };
