import { errors, type InteractionResults, type Provider } from 'oidc-provider';
import { asId, type Database, type PersonId } from '../../../kernel/index.ts';
import type { AuthorizationRequest } from '../authorization-request.ts';
import type { HttpPair } from '../http-pair.ts';
import { answeredFrom, sessionLookup } from './agency-session.ts';
import {
  type Artifacts,
  ArtifactUnit,
  artifactStore,
  endJoined,
  endSubject,
  revokeSubject,
  sharedKey,
  sweepExpired,
} from './artifacts/index.ts';
import { endProviderSession, tellAgency } from './back-channel.ts';
import { tellConnectedAlone } from './connected-agencies.ts';
import { addressedToIssuer } from './issuer-address.ts';
import type { Answer, Oidc, OidcNeeds } from './oidc.ts';
import { createProvider, signOutConfirmed } from './provider.ts';
import { reportProviderFaults } from './provider-faults.ts';
import { putRelease } from './provider-internals.ts';
import { pairwiseIdentifier, providerKeys } from './provider-keys.ts';
import { refuseLevelScopes, reportRefusedRequests } from './refused-requests.ts';
import { readRequest } from './request.ts';
import { signOutHereToo } from './sign-out-here.ts';

/** Wires the provider to Signet. */
export async function openOidc(needs: OidcNeeds, db: Database): Promise<Oidc> {
  const artifacts = artifactStore(db);
  const provider = await openProvider(needs, db, artifacts);
  const handler = provider.callback();
  const addressed = addressedToIssuer(needs.issuer);
  const units = new WeakMap<HttpPair['req'], ArtifactUnit>(); // one an HTTP request, and gone with it

  function unitOf({ req }: HttpPair): ArtifactUnit {
    const unit = units.get(req) ?? new ArtifactUnit();
    units.set(req, unit);
    return unit;
  }

  return {
    owns: (path) => path.startsWith('/oauth/') || path.startsWith('/.well-known/openid-configuration'),
    cookies: ['signet_op', 'signet_op.sig'],

    handle(pair) {
      const { req, res } = addressed(pair);
      return handler(req, res);
    },

    async requestOf(pair) {
      try {
        const { req, res } = addressed(pair);
        const details = () => provider.interactionDetails(req, res);
        const interaction = await artifacts.within(unitOf(pair), details);
        const agency = needs.agencies.find(String(interaction.params.client_id));
        return agency && readRequest(interaction, agency);
      } catch (error) {
        if (error instanceof errors.SessionNotFound) return undefined;
        throw error;
      }
    },

    /** An agency that asks about one person is not told of another (OpenID Connect Core 3.1.2.1). */
    async isAbout({ subject, agency }, person) {
      return (
        subject === undefined || subject === (await pairwiseIdentifier(needs.kms, person, agency.sector))
      );
    },

    async answer(pair, request, answer, alongside) {
      const unit = unitOf(pair);
      const returnTo = await artifacts.within(unit, async () => {
        const result = await resultOf(provider, request, answer);
        const { req, res } = addressed(pair);
        return provider.interactionResult(req, res, result);
      });
      await needs.transact((tx) => Promise.all([artifacts.write(unit, tx), alongside(tx)]));
      return pathOf(returnTo);
    },

    async refuse(pair, error) {
      const { req, res } = addressed(pair);
      const options = { mergeWithLastSubmission: false };
      return pathOf(await provider.interactionResult(req, res, { error }, options));
    },

    agencySessions: {
      endInBrowser: (pair) => endProviderSession(provider, addressed(pair), needs.connectedTo),
      endOfPerson: endSubject,
      endAtAgency: revokeSubject,
      endOfSessions: (tx, refs) => endJoined(tx, refs.map(sessionLookup)),
      tell: (person, ended) => tellAgency(provider, person, ended),
    },

    sweep: () => sweepExpired(db),
  };
}

/** Makes the grant that carries what is released, and the result that the provider goes on with. */
async function resultOf(
  provider: Provider,
  request: AuthorizationRequest,
  { person, release, sessionRef, authenticatedAt, acr, amr }: Answer,
): Promise<InteractionResults> {
  const grant = new provider.Grant({ accountId: person, clientId: request.agency.id });
  grant.addOIDCScope(request.scope);
  putRelease(grant, release);
  return {
    login: {
      accountId: person,
      ts: Math.floor(authenticatedAt.getTime() / 1000),
      acr,
      amr: [...amr],
      remember: true,
    },
    consent: { grantId: await grant.save() },
    [answeredFrom]: sessionRef,
  };
}

/** The path of an address of our own: what the browser is sent to stays on the origin it came to. */
const pathOf = (address: string): string => {
  const url = new URL(address);
  return url.pathname + url.search;
};

async function openProvider(needs: OidcNeeds, db: Database, artifacts: Artifacts): Promise<Provider> {
  const keys = await providerKeys((name, make) => sharedKey(db, needs.kms, name, make));
  const provider = createProvider({
    ...keys,
    issuer: needs.issuer,
    agencies: needs.agencies,
    agenciesOnLoopback: needs.agenciesOnLoopback,
    artifacts,
    acrValues: needs.acrValues,
    pages: needs.pages,
    langOf: needs.langOf,
    onFault: needs.onFault,
    pairwise: (person, sector) => pairwiseIdentifier(needs.kms, asId<PersonId>(person), sector),
  });
  tellConnectedAlone(provider, signOutConfirmed, needs.connectedTo);
  signOutHereToo(provider, needs);
  refuseLevelScopes(provider);
  reportProviderFaults(provider, needs.onFault);
  reportRefusedRequests(provider, needs.onRefused);
  return provider;
}
