import type { InteractionResults, Provider } from 'oidc-provider';
import type { PersonId } from '../../kernel/index.ts';
import type { ReleaseItem } from '../agencies/index.ts';
import type { Presence } from '../authentication/index.ts';
import { answeredFrom } from './oidc/agency-session.ts';
import { putRelease } from './oidc/provider-internals.ts';
import type { AuthorizationRequest } from './oidc/request.ts';
import type { AccountFacts, FederationDeps, ProvenHow } from './ports.ts';
import { cutClaims } from './release/cut-claims.ts';
import { identityFor } from './release/preview.ts';

/** Everything that a release is cut from. */
export interface Releasing {
  readonly person: PersonId;
  readonly account: AccountFacts;
  readonly proven: ProvenHow | undefined;
  readonly agreed: readonly string[];
}

/** Makes the grant that carries what is released, and the result that the provider goes on with. */
export async function answerRequest(
  deps: FederationDeps,
  provider: Provider,
  request: AuthorizationRequest,
  presence: Presence,
  { person, account, proven, agreed }: Releasing,
): Promise<InteractionResults> {
  const { session } = presence;
  const items = request.items.filter((item): item is ReleaseItem => agreed.includes(item));
  const reached = { ial: proven?.ial ?? 0, aal: session.aal, phishingResistant: session.phishingResistant };
  const identity = await identityFor(deps, { ...request, items }, presence, proven);
  const email = items.includes('email') ? account.email?.reveal() : undefined;

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
    [answeredFrom]: session.ref,
  };
}
