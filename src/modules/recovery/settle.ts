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
    const passkeys = await authentication.passkeys(from.person);
    const { phones } = await authentication.authenticators(from.person);
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
    const { accounts, audit, authentication, clock, notices, recovering, transact } = parts;
    const { person, aal } = presence.session;
    const account = person && aal >= 2 ? await accounts.get(person) : undefined;
    if (!account) return presence;
    const addresses = await accounts.noticeAddresses(account.person);
    const gone = (await earlierWays(parts)(presence)).filter(({ about }) => lost.includes(about));
    return transact(async (tx) => {
      for (const { about, kind } of gone) {
        await authentication.undoing.authenticator(tx, account.person, about);
        for (const address of addresses)
          await notices.send(tx, {
            to: address,
            lang: account.language,
            template: 'authenticator-removed',
            values: { authenticator: kind, at: clock.now() },
          });
        await audit.record(tx, {
          action: 'authenticator.removed',
          actor: { kind: 'person' },
          subject: account.auditRef,
          details: { authenticator: kind },
        });
      }
      return recovering.settled(presence, tx);
    });
  };
