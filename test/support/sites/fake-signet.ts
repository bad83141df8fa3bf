import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';

/** An agency as it wants to be registered. */
export interface FakeRegistration {
  readonly clientId: string;
  readonly jwks: { readonly keys: JWK[] };
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri?: string;
}

/** What the next person at the fake sign-in page is and does. */
export interface FakeVisitor {
  readonly sub: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly acr: string;
  readonly amr: readonly string[];
  readonly ial: number;
  readonly aal: number;
  readonly denies?: boolean;
  /** When they authenticated, where it is not now: a provider that does not do what `prompt=login` asks. */
  readonly authenticatedAt?: Date;
}

export interface FakeSignet {
  readonly issuer: string;
  readonly port: number;
  /** The person who signs in from now on. */
  visitor: FakeVisitor;
  /** The private key that signs tokens, to forge with. */
  readonly signingKey: CryptoKey;
  readonly signingKeyId: string;
  /** Bodies of the pushed authorization requests, as they were accepted. */
  readonly pushed: Record<string, unknown>[];
  register(registration: FakeRegistration): void;
  close(): Promise<void>;
}

const KEY_ID = 'fake-signet-1';
const PERSONAL = ['given_name', 'family_name', 'birthdate', 'address', 'verified_claims'];

const toClient = (registration: FakeRegistration): ClientMetadata => ({
  client_id: registration.clientId,
  jwks: { keys: registration.jwks.keys },
  redirect_uris: [...registration.redirectUris],
  post_logout_redirect_uris: [...registration.postLogoutRedirectUris],
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'ES256',
  id_token_signed_response_alg: 'ES256',
  response_types: ['code'],
  grant_types: ['authorization_code'],
  require_pushed_authorization_requests: true,
  dpop_bound_access_tokens: true,
  ...(registration.backchannelLogoutUri === undefined
    ? {}
    : {
        backchannel_logout_uri: registration.backchannelLogoutUri,
        backchannel_logout_session_required: true,
      }),
});

/**
 * A Signet for tests of agencies: a real OpenID provider with the same contract (pushed requests,
 * private_key_jwt, PKCE, iss, claims, both logouts) whose sign-in page says at once who `visitor` is.
 */
export async function startFakeSignet(onPort = 0): Promise<FakeSignet> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' };
  const clients = new Map<string, ClientMetadata>();
  const pushed: Record<string, unknown>[] = [];

  let handle: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => {
    if (handle === undefined) response.writeHead(503).end();
    else void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(onPort, '127.0.0.1', resolve));
  const port = (server.address() as AddressInfo).port;
  const issuer = `http://localhost:${port}`;

  const fake: FakeSignet = {
    issuer,
    port,
    signingKey: privateKey,
    signingKeyId: KEY_ID,
    pushed,
    visitor: { sub: 'nobody', claims: {}, acr: '', amr: [], ial: 0, aal: 0 },
    register: (registration) => void clients.set(registration.clientId, toClient(registration)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  const provider = new Provider(issuer, configuration(fake, jwk, clients));
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith('/interaction/')) {
      const { visitor } = fake;
      const { params, prompt, session } = await provider.interactionDetails(ctx.req, ctx.res);
      const result = visitor.denies
        ? { error: 'access_denied', error_description: 'the person said no' }
        : {
            login: {
              accountId: session?.accountId ?? visitor.sub,
              acr: visitor.acr,
              amr: [...visitor.amr],
              ...(visitor.authenticatedAt && { ts: Math.floor(visitor.authenticatedAt.getTime() / 1000) }),
            },
            ...(prompt.name === 'consent'
              ? { consent: { grantId: await grant(provider, String(params.client_id), visitor.sub) } }
              : {}),
          };
      return provider.interactionFinished(ctx.req, ctx.res, result);
    }
    return next();
  });
  provider.on('pushed_authorization_request.success', (ctx) => void pushed.push({ ...ctx.oidc.params }));
  handle = provider.callback();
  return fake;
}

async function grant(provider: Provider, clientId: string, accountId: string): Promise<string> {
  const made = new provider.Grant({ clientId, accountId });
  made.addOIDCScope('openid email profile identity ssn');
  made.addOIDCClaims([
    ...PERSONAL,
    'email',
    'social_security_number',
    'ial',
    'aal',
    'fal',
    'acr',
    'amr',
    'auth_time',
  ]);
  return made.save();
}

function configuration(fake: FakeSignet, jwk: JWK, clients: Map<string, ClientMetadata>): Configuration {
  return {
    adapter: adapterWith(clients),
    jwks: { keys: [jwk] } as NonNullable<Configuration['jwks']>,
    cookies: { keys: ['fake'] },
    pkce: { required: () => true },
    // The provider's own agent refuses this machine's addresses, which is where agencies under test are.
    fetch: (url, init) => fetch(url, { ...init, dispatcher: undefined } as RequestInit),
    clientAuthMethods: ['private_key_jwt'],
    acrValues: [
      'http://idmanagement.gov/ns/assurance/ial/2',
      'http://idmanagement.gov/ns/assurance/aal/1',
      'http://idmanagement.gov/ns/assurance/aal/2',
      'http://idmanagement.gov/ns/assurance/aal/2?phishing_resistant=true',
    ],
    scopes: ['openid', 'email', 'profile', 'identity', 'ssn'],
    claims: {
      openid: ['sub', 'ial', 'aal', 'fal'],
      acr: null,
      amr: null,
      auth_time: null,
      email: ['email', 'email_verified'],
      profile: ['given_name', 'family_name'],
      identity: PERSONAL,
      ssn: ['social_security_number'],
    },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      dPoP: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><title>Sign out</title>${form}`;
        },
      },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        ial: fake.visitor.ial,
        aal: fake.visitor.aal,
        fal: 2,
        ...fake.visitor.claims,
      }),
    }),
    renderError: (ctx, out) => {
      ctx.body = JSON.stringify(out);
    },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 300,
      Interaction: 600,
      Session: 3600,
      Grant: 3600,
      IdToken: 300,
    },
  };
}

/** Artifacts in a map; clients from the registrations, which may come after the start. */
function adapterWith(clients: Map<string, ClientMetadata>): NonNullable<Configuration['adapter']> {
  const rows = new Map<string, Record<string, unknown>>();
  const find = (test: (row: Record<string, unknown>) => boolean) => [...rows.values()].find(test);
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    return {
      upsert: async (id, payload) => void rows.set(key(id), { ...payload, model }),
      find: async (id) => (model === 'Client' ? clients.get(id) : rows.get(key(id))),
      findByUid: async (uid) => find((row) => row.model === model && row.uid === uid),
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const row = rows.get(key(id));
        if (row !== undefined) row.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void rows.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [at, row] of rows) if (row.grantId === grantId) rows.delete(at);
      },
    };
  };
}
