import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import pg from 'pg';
import { bareStore, bareTable } from './bare-store.ts';
import { answerParent } from './child.ts';
import { countQueries, tracedRequests, traceRequests, usage } from './usage.ts';

/**
 * The peer: `oidc-provider` and PostgreSQL and nothing else. Whoever comes is signed in and has consented, with no
 * page, no authentication and no record of it. What agencies see is configured as Signet's is.
 */
interface Start {
  readonly port: number;
  readonly databaseUrl: string;
  readonly client: { readonly id: string; readonly redirectUri: string; readonly key: object };
}

countQueries();
answerParent({ start, usage, traceRequests, tracedRequests });

async function start({ port, databaseUrl, client }: Start): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  await pool.query(bareTable);
  const provider = new Provider(`http://localhost:${port}`, {
    adapter: bareStore(pool),
    clients: [
      {
        client_id: client.id,
        redirect_uris: [client.redirectUri],
        jwks: { keys: [client.key] },
        scope: 'openid email',
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        require_pushed_authorization_requests: true,
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [await signingKey()] },
    cookies: { keys: ['bare'] },
    routes: {
      authorization: '/oauth/authorize',
      jwks: '/oauth/jwks',
      pushed_authorization_request: '/oauth/par',
      token: '/oauth/token',
      userinfo: '/oauth/userinfo',
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['private_key_jwt'],
    scopes: ['openid', 'email'],
    claims: { openid: ['sub', 'auth_time', 'acr'], email: ['email', 'email_verified'] },
    ttl: {
      AuthorizationCode: 60,
      PushedAuthorizationRequest: 60,
      AccessToken: 600,
      IdToken: 600,
      Interaction: 7200,
      Session: 86_400,
      Grant: 86_400,
    },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      userinfo: { enabled: true },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@people.example`, email_verified: true }),
    }),
  });
  const openId = provider.callback();
  const server = createServer((req, res) => {
    const done = req.url?.startsWith('/interaction/')
      ? signInAnyone(provider, req, res, client.id)
      : openId(req, res);
    done.catch(() => res.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
}

async function signInAnyone(
  provider: Provider,
  req: Parameters<Provider['interactionDetails']>[0],
  res: Parameters<Provider['interactionDetails']>[1],
  clientId: string,
): Promise<void> {
  await provider.interactionDetails(req, res);
  const accountId = `person-${Math.floor(Math.random() * 1000)}`;
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope('openid email');
  await provider.interactionFinished(req, res, {
    login: { accountId },
    consent: { grantId: await grant.save() },
  });
}

async function signingKey(): Promise<object> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'ES256', kid: 'bare', use: 'sig' };
}
