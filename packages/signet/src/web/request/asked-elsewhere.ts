import type { Agencies } from '../../modules/agencies/index.ts';
import type { Presence, Sessions } from '../../modules/authentication/index.ts';
import { currentRequest, withAskedElsewhere } from './pending-requests.ts';
import type { WebContext } from './visit.ts';

/** The agency that this page is on the way to: a mail says its name, and the link in it names it to other browsers. */
export function agencyAhead(c: WebContext): { readonly id: string; readonly name: string } | undefined {
  const request = currentRequest(c);
  return request && { id: request.agency, name: request.agencyName[c.var.visit.lang] };
}

/**
 * A mailed link that was asked for in another browser, on the way to an agency: this one has no request of it, and its pages
 * lead to the agency's own. Only an agency that is registered here counts.
 */
export async function rememberAskedElsewhere(
  c: WebContext,
  needs: { readonly agencies: Pick<Agencies, 'find'>; readonly sessions: Pick<Sessions, 'setPending'> },
  presence: Presence,
  id: string,
): Promise<Presence> {
  const agency = currentRequest(c) ? undefined : needs.agencies.find(id);
  if (!agency) return presence;
  const { nameInSentence: agencyName, home } = agency;
  return needs.sessions.setPending(presence, withAskedElsewhere({ agencyName, home }));
}
