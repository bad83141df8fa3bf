import type { Provider } from 'oidc-provider';
import { asId, type PersonId } from '../../../kernel/index.ts';
import type { HttpPair } from '../http-pair.ts';
import { type ConnectedTo, keepConnected } from './connected-agencies.ts';

/** What `oidc-provider` has on its models and its published types lack. */
interface LogoutClient {
  readonly backchannelLogoutUri?: string;
  backchannelLogout(person: string, sid: string): Promise<void>;
}

/** A session at an agency, by the name that it knows it by. It is never told of a person as such. */
export interface AgencySid {
  readonly agency: string;
  readonly sid: string;
}

/** Signs the browser's provider session out: its grants and tokens fall, and the session goes. */
export async function endProviderSession(
  provider: Provider,
  { req, res }: HttpPair,
  connectedTo: ConnectedTo,
): Promise<{ readonly person: PersonId; readonly ended: readonly AgencySid[] } | undefined> {
  const context = provider.createContext(req, res);
  const session = await provider.Session.get(context as never);
  if (!session.accountId) return undefined;
  await keepConnected(session, connectedTo);
  const agencies = Object.keys(session.authorizations ?? {});
  for (const agency of agencies) {
    const grant = session.grantIdFor(agency);
    if (grant) await provider.AccessToken.revokeByGrantId(grant); // the store deletes all that hangs on the grant
  }
  await session.destroy();
  return {
    person: asId<PersonId>(String(session.accountId)),
    ended: agencies.map((agency) => ({ agency, sid: String(session.sidFor(agency)) })),
  };
}

/** Tells one agency, and throws when it did not take it. */
export async function tellAgency(
  provider: Provider,
  person: PersonId,
  { agency, sid }: AgencySid,
): Promise<void> {
  const client = (await provider.Client.find(agency)) as LogoutClient | undefined;
  if (client?.backchannelLogoutUri) await client.backchannelLogout(person, sid);
}
