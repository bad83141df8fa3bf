import { createHash, randomBytes } from 'node:crypto';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import type { CookieBrowser, Visit } from '../browser/cookie-browser.ts';
import { submit } from '../visitors/signet-visitor.ts';
import type { TestAgency, TestSignet } from './signet.ts';

type Params = Readonly<Record<string, string | undefined>>;

/** A JSON answer of the provider. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Readonly<Record<string, unknown>>;
}

export const acr = {
  ial2: 'http://idmanagement.gov/ns/assurance/ial/2',
  aal2: 'http://idmanagement.gov/ns/assurance/aal/2',
  phishingResistant: 'http://idmanagement.gov/ns/assurance/aal/2?phishing_resistant=true',
} as const;

/** `private_key_jwt` (RFC 7523), with the issuer as its audience (P2). `over` changes claims or the key. */
export async function clientAssertion(
  { origin }: TestSignet,
  { registration, privateKey }: TestAgency,
  over: JWTPayload = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: registration.id,
    sub: registration.id,
    aud: origin,
    jti: randomBytes(16).toString('base64url'),
    iat: now,
    exp: now + 60,
    ...over,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: String(privateKey.kid) })
    .sign(await importJWK(privateKey, 'ES256'));
}

export async function withAssertion(
  world: TestSignet,
  agency: TestAgency,
  over?: JWTPayload,
): Promise<Params> {
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await clientAssertion(world, agency, over),
  };
}

export async function postForm(
  url: string,
  params: Params,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = new URLSearchParams(definedOf(params));
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', ...headers },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : {} };
}

const definedOf = (params: Params): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/** One sign-in as an agency starts it, and what the agency keeps of it. */
export interface Flow {
  readonly agency: TestAgency;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly params: Params;
}

export function newFlow(agency: TestAgency, over: Params = {}): Flow {
  const verifier = randomBytes(32).toString('base64url');
  const [state, nonce] = [randomBytes(12).toString('base64url'), randomBytes(12).toString('base64url')];
  const full = agency.registration.entitled.includes('ssn');
  const params = {
    client_id: agency.registration.id,
    response_type: 'code',
    redirect_uri: agency.redirectUri,
    scope: full ? 'openid email identity ssn' : 'openid email',
    ...(full ? { acr_values: `${acr.ial2} ${acr.aal2}` } : {}),
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    claims: JSON.stringify({ id_token: { auth_time: { essential: true }, acr: null, amr: null } }),
    ...over,
  };
  return { agency, state, nonce, verifier, params };
}

export const push = async (world: TestSignet, flow: Flow, over?: JWTPayload): Promise<Answer> =>
  postForm(`${world.origin}/oauth/par`, {
    ...flow.params,
    ...(await withAssertion(world, flow.agency, over)),
  });

/** The address that the agency sends the browser to; the request itself was pushed (RFC 9126). */
export async function authorizationUrl(world: TestSignet, flow: Flow): Promise<URL> {
  const pushed = await push(world, flow);
  if (pushed.status !== 201) throw new Error(`PAR ${pushed.status}: ${JSON.stringify(pushed.json)}`);
  const url = new URL('/oauth/authorize', world.origin);
  url.searchParams.set('client_id', flow.agency.registration.id);
  url.searchParams.set('request_uri', String(pushed.json.request_uri));
  return url;
}

/** Opens the agency's request in a browser; the visit ends at a page of Signet or, unfetched, at the agency. */
export const open = async (world: TestSignet, flow: Flow, browser: CookieBrowser): Promise<Visit> =>
  browser.visit(await authorizationUrl(world, flow), { stopAt: homeOf(flow) });

const homeOf = ({ agency }: Flow): string => `${agency.registration.home}/`;

/** The same for somebody signed in, who agrees where they are asked. Gives the agency's answer address. */
export async function authorize(world: TestSignet, flow: Flow, browser: CookieBrowser): Promise<URL> {
  return agree(flow, browser, await open(world, flow, browser));
}

export async function agree(flow: Flow, browser: CookieBrowser, page: Visit): Promise<URL> {
  if (page.url.href.startsWith(homeOf(flow))) return page.url;
  const action = `${page.url.pathname}/consent`;
  const optional = flow.agency.registration.optional[0];
  const fields = { answer: 'agree', ...(optional ? { optional } : {}) };
  const answer = await submit(browser, page, action, fields, { stopAt: homeOf(flow) });
  if (!answer.url.href.startsWith(homeOf(flow))) throw new Error(`ended at ${answer.url} (${answer.status})`);
  return answer.url;
}

export async function exchange(
  world: TestSignet,
  flow: Flow,
  code: string,
  over: Params = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  return postForm(
    `${world.origin}/oauth/token`,
    {
      grant_type: 'authorization_code',
      code,
      redirect_uri: flow.agency.redirectUri,
      code_verifier: flow.verifier,
      ...(await withAssertion(world, flow.agency)),
      ...over,
    },
    headers,
  );
}

export async function userinfo({ origin }: TestSignet, accessToken: string): Promise<Answer> {
  const response = await fetch(`${origin}/oauth/userinfo`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : {} };
}

export const codeOf = (answer: URL): string => {
  const code = answer.searchParams.get('code');
  if (!code) throw new Error(`no code in ${answer}`);
  return code;
};

/** A whole sign-in: tokens, and what is in them. */
export async function signInAt(
  world: TestSignet,
  agency: TestAgency,
  browser: CookieBrowser,
  params: Params = {},
) {
  const flow = newFlow(agency, params);
  const answer = await authorize(world, flow, browser);
  const tokens = await exchange(world, flow, codeOf(answer));
  if (tokens.status !== 200) throw new Error(`token ${tokens.status}: ${JSON.stringify(tokens.json)}`);
  const idToken = String(tokens.json.id_token);
  return { flow, answer, tokens, idToken, accessToken: String(tokens.json.access_token) };
}
