import type { Clock } from '../../../kernel/index.ts';
import { type AuthenticatorsOf, passkeyWay } from '../authenticators/index.ts';
import type { Presence, Sessions } from '../session/index.ts';
import { withChallenge } from './challenges.ts';
import type { Passkey, PasskeyRequest } from './passkey.ts';
import type { PasskeyRequestOptions } from './passkey-json.ts';
import type { PasskeyStore } from './postgres-passkeys.ts';
import { type RelyingParty, requestOptions } from './webauthn.ts';

interface RequestNeeds {
  readonly authenticators: AuthenticatorsOf;
  readonly clock: Clock;
  readonly passkeys: Pick<PasskeyStore, 'idsOf'>;
  readonly relyingParty: RelyingParty;
}

/** Somebody who gave their password is asked for one of their own passkeys; anybody else for any. */
export const passkeyRequest =
  ({ authenticators, clock, passkeys, relyingParty }: RequestNeeds): Passkey['request'] =>
  async (presence, { deviceBound = false } = {}): Promise<PasskeyRequest> => {
    const session = presence?.session;
    const person = session?.person ?? session?.idle?.person;
    const known = person ? await passkeys.idsOf(person) : [];
    const bound = deviceBound && person ? (await authenticators(person)).passkeys : undefined;
    const single = new Set(bound?.flatMap(({ id, synced }) => (synced ? [] : [id])));
    const allowed = bound ? known.filter(({ credentialId }) => single.has(passkeyWay(credentialId))) : known;
    const options = await requestOptions(relyingParty, allowed);
    return { options, pending: withChallenge(session?.pending ?? {}, options.challenge, clock.now()) };
  };

export const passkeyRequestOptions =
  (needs: RequestNeeds & { readonly sessions: Pick<Sessions, 'setPending'> }): Passkey['requestOptions'] =>
  async (
    presence,
    kind,
  ): Promise<{ readonly presence: Presence; readonly options: PasskeyRequestOptions }> => {
    const { options, pending } = await passkeyRequest(needs)(presence, kind);
    return { presence: await needs.sessions.setPending(presence, pending), options };
  };
