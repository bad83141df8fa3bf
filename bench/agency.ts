import { createHash, randomBytes } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Reply, send } from './browser.ts';

/** An agency as OpenID demands it of anybody: pushed request, PKCE, its own key, code exchange, userinfo. */
export interface Agency {
  readonly id: string;
  readonly redirectUri: string;
  readonly publicKey: object;
  begin(issuer: string, request: Readonly<Record<string, string>>): Promise<Begun>;
  /** The person's claims, from the address that the browser came back to. */
  finish(begun: Begun, callback: URL): Promise<Record<string, unknown>>;
  /** Asks for the claims of the latest sign-in once more, each time that it is called. */
  askAgain(): () => Promise<void>;
}

export interface Begun {
  readonly issuer: string;
  readonly authorizeUrl: URL;
  readonly verifier: string;
  readonly state: string;
}

export async function openAgency(): Promise<Agency> {
  const id = 'bench-agency';
  const redirectUri = 'http://localhost:19999/callback'; // nobody listens: the browser stops before it
  const { privateKey, publicKey } = await generateKeyPair('ES256');

  let ask: () => Promise<Record<string, unknown>> = () => Promise.reject(new Error('nobody has signed in'));

  const authenticated = async (issuer: string) => ({
    client_id: id,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertion(privateKey, id, issuer),
  });

  return {
    id,
    redirectUri,
    publicKey: { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: 'bench' },

    async begin(issuer, request) {
      const verifier = randomBytes(32).toString('base64url');
      const state = randomBytes(16).toString('base64url');
      const pushed = await send(new URL('/oauth/par', issuer), {
        method: 'POST',
        form: {
          ...(await authenticated(issuer)),
          ...request,
          redirect_uri: redirectUri,
          response_type: 'code',
          state,
          nonce: randomBytes(16).toString('base64url'),
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
          code_challenge_method: 'S256',
        },
      });
      const authorizeUrl = new URL('/oauth/authorize', issuer);
      authorizeUrl.searchParams.set('client_id', id);
      authorizeUrl.searchParams.set('request_uri', String(jsonOf(pushed, 201).request_uri));
      return { issuer, authorizeUrl, verifier, state };
    },

    async finish({ issuer, verifier, state }, callback) {
      const code = callback.searchParams.get('code');
      if (!code || callback.searchParams.get('state') !== state) {
        throw new Error(`the browser came back without a code: ${callback.search}`);
      }
      const tokens = await send(new URL('/oauth/token', issuer), {
        method: 'POST',
        form: {
          ...(await authenticated(issuer)),
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          code_verifier: verifier,
        },
      });
      const { access_token, id_token } = jsonOf(tokens, 200);
      if (typeof id_token !== 'string') throw new Error('no ID token');
      const headers = { authorization: `Bearer ${access_token}` };
      ask = async () => {
        const claims = jsonOf(await send(new URL('/oauth/userinfo', issuer), { headers }), 200);
        if (typeof claims.sub !== 'string') throw new Error('userinfo without sub');
        return claims;
      };
      return ask();
    },

    askAgain() {
      const again = ask;
      return async () => void (await again());
    },
  };
}

const assertion = (key: CryptoKey, id: string, issuer: string): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: 'bench' })
    .setIssuer(id)
    .setSubject(id)
    .setAudience(issuer)
    .setJti(randomBytes(16).toString('base64url'))
    .setIssuedAt()
    .setExpirationTime('60s')
    .sign(key);

function jsonOf(reply: Reply, expected: number): Record<string, unknown> {
  if (reply.status !== expected) throw new Error(`expected ${expected}, got ${reply.status}: ${reply.body}`);
  return JSON.parse(reply.body) as Record<string, unknown>;
}
