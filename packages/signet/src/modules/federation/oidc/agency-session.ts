import type { Provider } from 'oidc-provider';
import { lookupUnder } from '../../vault/index.ts';
import type { JoinedAgencySession } from './artifacts/index.ts';

/** Where an interaction's result names the session of ours that it was answered from. */
export const answeredFrom = 'answeredFrom';

type Context = Parameters<Parameters<Provider['use']>[0]>[0];

/** By a hash of its `ref`: the table of sessions does not say at a glance at which agencies somebody is. */
export const sessionLookup = (ref: string): Buffer => lookupUnder(ref, 'agency-session');

/** The agency that this request answered, and the session there; undefined at any other request. */
export function joinedSession({ oidc }: Context): JoinedAgencySession | undefined {
  const ref = (oidc?.result as Record<string, unknown> | undefined)?.[answeredFrom];
  const agency = oidc?.client?.clientId;
  const { session } = oidc ?? {};
  if (typeof ref !== 'string' || !agency || !session?.accountId) return undefined;
  const sid = session.sidFor(agency);
  const grant = session.grantIdFor(agency);
  if (!sid || !grant) return undefined;
  return {
    session: sessionLookup(ref),
    agency,
    sid,
    providerSession: lookupUnder(session.id, 'Session'),
    grantLookup: lookupUnder(grant, 'Grant'),
    expiresIn: aDay,
  };
}

/** As long as the provider's session lasts at the most, in seconds. */
const aDay = 86_400;
