import type Provider from 'oidc-provider';
import type { HttpPair } from './federation.ts';

type ProviderSession = InstanceType<Provider['Session']>;

/** What `oidc-provider` has on its models and its published types lack. */
interface LogoutClient {
  readonly backchannelLogoutUri?: string;
  backchannelLogout(person: string, sid: string | undefined): Promise<void>;
}

/**
 * Signs the browser's provider session out: every agency in it is told over its back channel (P4), its grants and
 * tokens fall, the session goes. An agency that does not answer is reported and does not keep the others waiting.
 */
export async function signOutOf(
  provider: Provider,
  { req, res }: HttpPair,
  onUnreachable: (error: unknown, agency: string) => void,
): Promise<void> {
  const context = provider.createContext(req, res);
  const session = await provider.Session.get(context as never);
  if (!session.accountId) return;
  await Promise.all(
    Object.keys(session.authorizations ?? {}).map((agency) => tell(provider, session, agency, onUnreachable)),
  );
  await session.destroy();
}

async function tell(
  provider: Provider,
  session: ProviderSession,
  agency: string,
  onUnreachable: (error: unknown, agency: string) => void,
): Promise<void> {
  const grant = session.grantIdFor(agency);
  if (grant) await provider.AccessToken.revokeByGrantId(grant); // the store deletes all that hangs on the grant
  const client = (await provider.Client.find(agency)) as LogoutClient | undefined;
  if (!client?.backchannelLogoutUri) return;
  try {
    await client.backchannelLogout(String(session.accountId), session.sidFor(agency));
  } catch (error) {
    onUnreachable(error, agency);
  }
}
