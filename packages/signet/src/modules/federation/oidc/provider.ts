import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import {
  type Configuration,
  errors,
  type Grant,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import { AppError, isDatabaseAway } from '../../../kernel/index.ts';
import type { Agencies, Agency } from '../../agencies/index.ts';
import { joinedSession, refHere, refuseWithoutSession, type SessionHere } from './agency-session.ts';
import { type Artifacts, ArtifactUnit, interactionLasts, type SealedContents } from './artifacts/index.ts';
import type { GoingOnHere } from './going-on-here.ts';
import { answerParameter, type InteractionCookies, interactionCookieNames } from './interaction-cookies.ts';
import type { LangOf, ProviderPages } from './ports.ts';
import {
  keepReleaseInGrant,
  releaseOf,
  sealInIdentifiers,
  useIdentifiersOnce,
} from './provider-internals.ts';
import { startedAtDetail } from './request.ts';
import { claimsOfScopes, scopesFor } from './scopes.ts';

export interface ProviderNeeds {
  readonly issuer: string;
  readonly agencies: Agencies;
  readonly artifacts: Artifacts;
  readonly sealed: SealedContents;
  readonly interactions: InteractionCookies;
  readonly goingOn: Pick<GoingOnHere, 'unitOf'>;
  readonly sessionHere: SessionHere;
  readonly signingKeys: readonly Record<string, unknown>[]; // private JWKs, newest first
  readonly cookieKeys: readonly string[];
  readonly acrValues: readonly string[];
  readonly pages: ProviderPages;
  readonly langOf: LangOf;
  /**
   * The provider asks agencies (back-channel logout) over a fetch that refuses private and loopback addresses, so that
   * a registration cannot make it probe our network. The sandbox's agencies are on loopback.
   */
  readonly agenciesOnLoopback: boolean;
  /** The pairwise identifier (C3) of a person at a sector: unguessable, the same each time. */
  readonly pairwise: (person: string, sector: string) => Promise<string>;
  readonly onFault: (error: unknown, what: string) => void;
}

/** Seconds. Codes live for at most 60 s (P2). */
const lifetimes = {
  AuthorizationCode: 60,
  PushedAuthorizationRequest: 60,
  AccessToken: 600,
  IdToken: 600,
  Interaction: interactionLasts,
  Session: 86_400,
  Grant: 86_400,
};

const cookiesUnder = (keys: ProviderNeeds['cookieKeys']): NonNullable<Configuration['cookies']> => ({
  keys,
  names: {
    session: 'signet_op',
    interaction: interactionCookieNames.request,
    resume: interactionCookieNames.resume,
  },
  long: { httpOnly: true, sameSite: 'lax', signed: true },
  short: { httpOnly: true, sameSite: 'lax', signed: false }, // sealed (`interaction-cookies.ts`)
});

const featuresOf = (needs: ProviderNeeds): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  fapi: { enabled: true, profile: '2.0' }, // P2: an assertion's audience is the issuer and nothing else
  pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
  dPoP: { enabled: true },
  claimsParameter: { enabled: true },
  backchannelLogout: { enabled: true },
  resourceIndicators: { enabled: false },
  userinfo: { enabled: true },
  rpInitiatedLogout: {
    enabled: true,
    async logoutSource(ctx) {
      ctx.body = await needs.pages.signOutQuestion({
        lang: needs.langOf(ctx.req),
        action: ctx.oidc.urlFor('end_session_confirm'),
        xsrf: String((ctx.oidc.session?.state as { secret?: string } | undefined)?.secret ?? ''),
        ...(ctx.oidc.client?.clientId ? { agency: ctx.oidc.client.clientId } : {}),
      });
    },
    async postLogoutSuccessSource(ctx) {
      ctx.body = await needs.pages.signedOut({ lang: needs.langOf(ctx.req) });
    },
  },
});

/**
 * The OpenID provider: `oidc-provider` under FAPI 2.0's demands for agencies that receive personal data (P1, P2):
 * pushed requests only, PKCE S256, keys instead of secrets, codes of one minute, exact redirects, `iss` in the answer.
 */
export function createProvider(needs: ProviderNeeds): Provider {
  const provider = new Provider(needs.issuer, {
    adapter: needs.artifacts.adapter,
    clients: needs.agencies.all().map(clientOf),
    jwks: { keys: [...needs.signingKeys] } as NonNullable<Configuration['jwks']>,
    cookies: cookiesUnder(needs.cookieKeys),
    routes,
    ...(needs.agenciesOnLoopback
      ? { fetch: (url, init) => fetch(url, { ...init, dispatcher: undefined } as RequestInit) }
      : {}),
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['private_key_jwt'],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, person, client) =>
      needs.pairwise(person, sectorOf(needs.agencies, client.clientId)),
    sectorIdentifierUriValidate: () => false, // `notFetched` names nothing on the network
    acrValues: needs.acrValues,
    scopes: Object.keys(claimsOfScopes),
    claims: Object.fromEntries(Object.entries(claimsOfScopes).map(([scope, claims]) => [scope, [...claims]])),
    ttl: lifetimes,
    enabledJWA: {
      clientAuthSigningAlgValues: ['ES256', 'PS256', 'EdDSA'],
      idTokenSigningAlgValues: ['ES256', 'RS256'],
      dPoPSigningAlgValues: ['ES256', 'EdDSA'],
    },
    features: featuresOf(needs),
    async renderError(ctx, out, error) {
      ctx.type = 'html';
      const code = isDatabaseAway(error) ? 'temporarily_unavailable' : String(out.error);
      ctx.body = await needs.pages.error({ lang: needs.langOf(ctx.req), code });
    },
    loadExistingGrant,
    interactions: { policy: signetDecides(), url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (ctx, person) => ({
      accountId: person,
      claims: async (use) => ({ sub: person, ...released(releaseOf(ctx.oidc.entities.Grant), use) }),
    }),
  });
  return signetsOwn(provider, needs);
}

/** What of it the provider has no setting for. */
function signetsOwn(provider: Provider, needs: ProviderNeeds): Provider {
  provider.proxy = true; // of the headers that `addressedToIssuer` writes
  keepReleaseInGrant(provider);
  sealInIdentifiers(provider, needs.sealed);
  useIdentifiersOnce(provider, needs.artifacts.firstUse, needs.sealed);
  writeArtifactsTogether(provider, needs);
  return provider;
}

function writeArtifactsTogether(provider: Provider, needs: ProviderNeeds): void {
  provider.use(async (ctx, next) => {
    const answered = needs.goingOn.unitOf(ctx.req);
    if (answered) return goOnWith(answered, needs, ctx, next); // whoever answered it writes
    const unit = new ArtifactUnit();
    const goesOn = ctx.path.startsWith(`${routes.authorization}/`);
    const here = goesOn ? refHere(ctx, needs.sessionHere) : undefined; // asked with what the provider asks
    here?.catch(() => undefined); // heard below
    if (goesOn) {
      const answer = ctx.query[answerParameter];
      await needs.interactions.receive(
        ctx.req,
        unit,
        'resume',
        typeof answer === 'string' ? answer : undefined,
      );
    }
    await needs.artifacts.within(unit, next);
    unit.join(joinedSession(ctx));
    try {
      refuseWithoutSession(ctx, await here);
      await needs.interactions.send(ctx, unit);
      await needs.artifacts.write(unit);
    } catch (error) {
      await takeBack(ctx, needs, refusedBy(error, ctx, provider, needs));
    }
  });
}

type Context = Parameters<Parameters<Provider['use']>[0]>[0];

async function goOnWith(
  unit: ArtifactUnit,
  { artifacts, interactions }: Pick<ProviderNeeds, 'artifacts' | 'interactions'>,
  ctx: Context,
  next: () => Promise<void>,
): Promise<void> {
  await artifacts.within(unit, next);
  unit.join(joinedSession(ctx));
  await interactions.send(ctx, unit);
}

interface Refused {
  readonly status: number;
  readonly code: string;
}

/** Something that serves once was used, or what the answer stands on is gone: the agency's fault or the browser's, or nobody's. */
function refusedBy(error: unknown, ctx: Context, provider: Provider, needs: ProviderNeeds): Refused {
  if (error instanceof errors.OIDCProviderError) {
    (provider as unknown as EventEmitter).emit('authorization.error', ctx, error); // into the log
    return { status: error.statusCode, code: error.error };
  }
  needs.onFault(error, 'what an OpenID request issued could not be kept');
  return { status: 503, code: 'temporarily_unavailable' };
}

/** Nothing of an answer leaves that stands for something which was not written. */
async function takeBack(ctx: Context, needs: ProviderNeeds, { status, code }: Refused): Promise<void> {
  for (const header of ['set-cookie', 'location']) ctx.remove(header);
  ctx.status = status;
  const page = ctx.accepts('json', 'html') === 'html';
  ctx.type = page ? 'html' : 'json';
  ctx.body = page ? await needs.pages.error({ lang: needs.langOf(ctx.req), code }) : { error: code };
}

/**
 * The grant that our answer was given with. What an earlier one was given with answers nothing: every request goes through
 * our own journey first. The provider's own also notes in the session that an agency asked, by looking there for its grant.
 */
async function loadExistingGrant({ oidc }: KoaContextWithOIDC): Promise<Grant | undefined> {
  const grantId = oidc.result?.consent?.grantId;
  return grantId ? oidc.provider.Grant.find(grantId) : undefined;
}

export const authorizePath = '/oauth/authorize';

const routes = {
  authorization: authorizePath,
  end_session: '/oauth/sign-out',
  jwks: '/oauth/jwks',
  pushed_authorization_request: '/oauth/par',
  token: '/oauth/token',
  userinfo: '/oauth/userinfo',
};

/** Where the provider's question "sign out everywhere?" is answered. */
export const signOutConfirmed = `${routes.end_session}/confirm`;

/** Levels ride in both; personal data only in userinfo, which the agency fetches itself. `jti` is C8's. */
function released(release: ReturnType<typeof releaseOf>, use: string): Record<string, unknown> {
  const levels = { ...release.levels, ...(use === 'id_token' ? { jti: randomUUID() } : {}) };
  return { ...levels, ...release.claims };
}

/**
 * One policy: every authorization request goes to Signet's own journey (`/interaction/:uid`), which knows sessions,
 * levels and consent, and comes back with a result. `prompt=none` therefore answers `login_required`.
 */
function signetDecides(): interactionPolicy.DefaultPolicy {
  const { Prompt, Check, base } = interactionPolicy;
  const policy = base();
  policy.clear();
  policy.add(
    new Prompt(
      { name: 'login', requestable: true },
      () => ({ [startedAtDetail]: Date.now() }),
      new Check('signet_decides', 'a sign-in is required', (ctx) => !ctx.oidc.result?.login),
    ),
  );
  policy.add(new Prompt({ name: 'consent', requestable: true }));
  return policy;
}

/** Of the registration, and never of an address: those move, and may be shared with other agencies (C3, decision 29). */
function sectorOf(agencies: Agencies, id: string): string {
  const agency = agencies.find(id);
  if (!agency) throw new AppError('no-such-agency', { message: id });
  return agency.sector;
}

/** The provider wants an address of the sector where redirects lead to several hosts. It is never asked for anything. */
const notFetched = (agency: Agency): string => `https://${agency.id}.invalid/`;

function clientOf(agency: Agency) {
  return {
    client_id: agency.id,
    client_name: agency.name.en,
    client_uri: agency.home,
    application_type: 'web' as const,
    redirect_uris: agency.redirectUris,
    post_logout_redirect_uris: agency.postLogoutRedirectUris,
    ...(agency.backchannelLogoutUri
      ? { backchannel_logout_uri: agency.backchannelLogoutUri, backchannel_logout_session_required: true }
      : {}),
    jwks: { keys: agency.keys },
    scope: scopesFor(agency).join(' '),
    subject_type: 'pairwise' as const,
    sector_identifier_uri: notFetched(agency),
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt' as const,
    require_pushed_authorization_requests: true,
    id_token_signed_response_alg: 'ES256' as const,
  };
}
