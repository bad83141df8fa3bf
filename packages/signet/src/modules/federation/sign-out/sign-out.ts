import type Provider from 'oidc-provider';
import type { HttpPair } from '../federation.ts';

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
  const person = String(session.accountId);
  await atMost(
    agencies.map((agency) => tell(provider, person, session.sidFor(agency), agency, onUnreachable)),
  );
}

/** Of these sessions there, by the name that the agency knows each by; without one, of all that the person has. */
export async function tellOfEnd(
  provider: Provider,
  person: string,
  ended: readonly { readonly agency: string; readonly sid?: string }[],
  onUnreachable: (error: unknown, agency: string) => void,
): Promise<void> {
  await atMost(ended.map(({ agency, sid }) => tell(provider, person, sid, agency, onUnreachable)));
}

const atMost = (telling: readonly Promise<void>[]): Promise<unknown> =>
  Promise.race([Promise.all(telling), new Promise((resolve) => setTimeout(resolve, waitAtMost).unref())]);

async function tell(
  provider: Provider,
  person: string,
  sid: string | undefined,
  agency: string,
  onUnreachable: (error: unknown, agency: string) => void,
): Promise<void> {
  try {
    await tellOne(provider, person, { agency, sid });
  } catch (error) {
    onUnreachable(error, agency);
  }
}

/** Tells one agency, and throws when it did not take it. */
export async function tellOne(
  provider: Provider,
  person: string,
  { agency, sid }: { readonly agency: string; readonly sid: string | undefined },
): Promise<void> {
  const client = (await provider.Client.find(agency)) as LogoutClient | undefined;
  if (client?.backchannelLogoutUri) await client.backchannelLogout(person, sid);
}
