import type Provider from 'oidc-provider';
import type { HttpPair } from './federation.ts';

type ProviderSession = InstanceType<Provider['Session']>;

/** What `oidc-provider` has on its models and its published types lack. */
interface LogoutClient {
  readonly backchannelLogoutUri?: string;
  backchannelLogout(person: string, sid: string | undefined): Promise<void>;
}

/** How long a person waits for agencies that are slow to answer. They are told all the same. */
const waitAtMost = 1000; // milliseconds

/**
 * Signs the browser's provider session out: its grants and tokens fall, the session goes, every agency in it is told
 * over its back channel (P4). An agency that does not answer is reported and keeps nobody waiting.
 */
export async function signOutOf(
  provider: Provider,
  { req, res }: HttpPair,
  onUnreachable: (error: unknown, agency: string) => void,
): Promise<void> {
  const context = provider.createContext(req, res);
  const session = await provider.Session.get(context as never);
  if (!session.accountId) return;
  const agencies = Object.keys(session.authorizations ?? {});
  for (const agency of agencies) {
    const grant = session.grantIdFor(agency);
    if (grant) await provider.AccessToken.revokeByGrantId(grant); // the store deletes all that hangs on the grant
  }
  await session.destroy();
  const told = Promise.all(agencies.map((agency) => tell(provider, session, agency, onUnreachable)));
  await Promise.race([told, new Promise((resolve) => setTimeout(resolve, waitAtMost).unref())]);
}

async function tell(
  provider: Provider,
  session: ProviderSession,
  agency: string,
  onUnreachable: (error: unknown, agency: string) => void,
): Promise<void> {
  try {
    const client = (await provider.Client.find(agency)) as LogoutClient | undefined;
    if (!client?.backchannelLogoutUri) return;
    await client.backchannelLogout(String(session.accountId), session.sidFor(agency));
  } catch (error) {
    onUnreachable(error, agency);
  }
}
