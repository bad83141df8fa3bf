import type { InteractionResults, Provider } from 'oidc-provider';
import type { PersonId } from '../../kernel/index.ts';
import type { ReleaseItem } from '../agencies/index.ts';
import type { Presence } from '../authentication/index.ts';
import type { FederationDeps } from './ports.ts';
import { identityFor } from './preview.ts';
import { putRelease } from './provider-internals.ts';
import { cutClaims } from './release.ts';
import type { AuthorizationRequest } from './request.ts';

/** Makes the grant that carries what is released, and the result that the provider goes on with. */
export async function answerRequest(
  deps: FederationDeps,
  provider: Provider,
  request: AuthorizationRequest,
  presence: Presence,
  person: PersonId,
  agreed: readonly string[],
): Promise<InteractionResults> {
  const { session } = presence;
  const items = request.items.filter((item): item is ReleaseItem => agreed.includes(item));
  const proven = await deps.provenOf(person);
  const reached = { ial: proven?.ial ?? 0, aal: session.aal, phishingResistant: session.phishingResistant };
  const identity = await identityFor(deps, { ...request, items }, presence, person);
  const email = items.includes('email') ? (await deps.emailOf(person))?.reveal() : undefined;

  const grant = new provider.Grant({ accountId: person, clientId: request.agency.id });
  grant.addOIDCScope(request.scope);
  putRelease(grant, {
    claims: cutClaims(items, identity, email, proven, deps.levels.trustFramework),
    levels: { ial: reached.ial, aal: reached.aal, fal: deps.levels.fal },
  });
  return {
    login: {
      accountId: person,
      ts: Math.floor((session.authenticatedAt ?? deps.clock.now()).getTime() / 1000),
      acr: deps.levels.acrOf(reached, request.acrValues),
      amr: [...deps.levels.amrOf(session.events)],
      remember: true,
    },
    consent: { grantId: await grant.save() },
  };
}
