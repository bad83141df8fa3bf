import type { Provider } from 'oidc-provider';
import { asId, type Database, type PersonId } from '../../../kernel/index.ts';
import { sessionLookup } from './agency-session.ts';
import { answering } from './answering.ts';
import {
  artifactStore,
  carriedInteractions,
  endJoined,
  endSubject,
  forgetOldSecrets,
  revokeSubject,
  sealedContents,
  secretOfDay,
  sharedKey,
  sweepExpired,
} from './artifacts/index.ts';
import { endProviderSession, tellAgency } from './back-channel.ts';
import { tellConnectedAlone } from './connected-agencies.ts';
import { goingOnHere } from './going-on-here.ts';
import { interactionCookies } from './interaction-cookies.ts';
import { addressedToIssuer } from './issuer-address.ts';
import type { Oidc, OidcNeeds } from './oidc.ts';
import { authorizePath, createProvider, type ProviderNeeds, signOutConfirmed } from './provider.ts';
import { reportProviderFaults } from './provider-faults.ts';
import { pairwiseIdentifier, providerKeys, type SharedKey } from './provider-keys.ts';
import { refuseLevelScopes, reportRefusedRequests } from './refused-requests.ts';
import { signOutHereToo } from './sign-out-here.ts';

/** Wires the provider to Signet. */
export async function openOidc(needs: OidcNeeds, db: Database): Promise<Oidc> {
  const shared: SharedKey = (name, make) => sharedKey(db, needs.kms, name, make);
  const sealed = sealedContents(needs.issuer, (day) => secretOfDay(db, needs.kms, day));
  const artifacts = artifactStore(db, sealed);
  const carried = carriedInteractions(sealed);
  const interactions = interactionCookies(carried, artifacts);
  const goingOn = goingOnHere(authorizePath, () => handler);
  const provider = await openProvider(needs, shared, { artifacts, sealed, interactions, goingOn });
  const handler = provider.callback();
  const addressed = addressedToIssuer(needs.issuer);
  return {
    owns: (path) => path.startsWith('/oauth/') || path.startsWith('/.well-known/openid-configuration'),
    cookies: ['signet_op', 'signet_op.sig'],

    handle(pair) {
      const { req, res } = addressed(pair);
      return handler(req, res);
    },

    ...answering({ ...needs, provider, artifacts, carried, cookies: interactions, addressed, goingOn }),

    /** An agency that asks about one person is not told of another (OpenID Connect Core 3.1.2.1). */
    async isAbout({ subject, agency }, person) {
      return (
        subject === undefined || subject === (await pairwiseIdentifier(needs.kms, person, agency.sector))
      );
    },

    agencySessions: {
      endInBrowser: (pair) => endProviderSession(provider, addressed(pair), needs.connectedTo),
      endOfPerson: endSubject,
      endAtAgency: revokeSubject,
      endOfSessions: (tx, refs) => endJoined(tx, refs.map(sessionLookup)),
      tell: (person, ended) => tellAgency(provider, person, ended),
    },

    async sweep() {
      await sweepExpired(db);
      await forgetOldSecrets(db);
    },
  };
}

async function openProvider(
  needs: OidcNeeds,
  shared: SharedKey,
  stores: Pick<ProviderNeeds, 'artifacts' | 'sealed' | 'interactions' | 'goingOn'>,
): Promise<Provider> {
  const keys = await providerKeys(shared);
  const provider = createProvider({
    ...keys,
    ...stores,
    issuer: needs.issuer,
    agencies: needs.agencies,
    agenciesOnLoopback: needs.agenciesOnLoopback,
    acrValues: needs.acrValues,
    pages: needs.pages,
    langOf: needs.langOf,
    onFault: needs.onFault,
    sessionHere: needs,
    pairwise: (person, sector) => pairwiseIdentifier(needs.kms, asId<PersonId>(person), sector),
  });
  tellConnectedAlone(provider, signOutConfirmed, needs.connectedTo);
  signOutHereToo(provider, needs);
  refuseLevelScopes(provider);
  reportProviderFaults(provider, needs.onFault);
  reportRefusedRequests(provider, needs.onRefused);
  return provider;
}
