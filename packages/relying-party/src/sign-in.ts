import {
  authorizationCodeGrant,
  buildAuthorizationUrlWithPAR,
  type Configuration,
  calculatePKCECodeChallenge,
  type DPoPHandle,
  fetchUserInfo,
  getDPoPHandle,
  randomDPoPKeyPair,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { type Claims, claimsSchema, idTokenSchema, levelsOf, type VerifiedClaims } from './claims.ts';
import { nameFailure, type SignInFailure } from './failures.ts';
import { type Levels, levelMet } from './levels.ts';
import { err, ok, type Result } from './result.ts';

/** What the `claims` parameter asks for (OpenID Connect Core 5.5, Identity Assurance 1.0 section 6). */
export interface ClaimsRequest {
  readonly userinfo?: Readonly<Record<string, unknown>>;
  readonly id_token?: Readonly<Record<string, unknown>>;
}

/** Asked for by name, because OpenID leaves them out otherwise: an agency must know how and when (C2, C8). */
const REPORTED_LEVELS = {
  auth_time: { essential: true },
  acr: null,
  amr: null,
  ial: null,
  aal: null,
  fal: null,
};

export interface SignInSettings {
  readonly redirectUri: string;
  readonly scope: string;
  readonly claims?: ClaimsRequest | undefined;
  readonly acrValues: readonly string[];
}

export interface SignInRequest {
  /** Asks for more than the agency's usual levels: a step-up. */
  readonly acrValues?: readonly string[];
  /** Seconds: the person must have authenticated within them. */
  readonly maxAge?: number;
  /** The person must authenticate for this very request, whatever session they have at Signet (`prompt=login`). */
  readonly fresh?: boolean;
  /** BCP 47 tags, the most wanted first: `es en`. */
  readonly uiLocales?: string;
}

/**
 * What `finishSignIn` needs to know of the start. It holds secrets and belongs to the one browser that
 * started: keep it where only that browser can bring it back (an encrypted, HttpOnly cookie; or a row that
 * such a cookie names). Plain JSON.
 */
export interface Transaction {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly acrValues: readonly string[];
  readonly maxAge: number | undefined;
  readonly fresh: boolean;
  /** By this agency's clock, in whole seconds as `auth_time` is. */
  readonly startedAt: number;
}

export interface SignIn extends Levels {
  /** Pairwise: this person at this agency, and nowhere else (C3). */
  readonly sub: string;
  /** The session at Signet, for back-channel logout. */
  readonly sid: string | undefined;
  readonly authTime: Date;
  /** They authenticated for this request: it does not rest on a session that Signet had of them before. */
  readonly fresh: boolean;
  readonly claims: Claims;
  /** What was proven and how. Use these, not the plain claims, to find a person's record. */
  readonly verifiedClaims: VerifiedClaims | undefined;
  /** The signed token as it came, wanted again at sign-out. Treat it as a secret. */
  readonly idToken: string;
}

export async function startSignIn(
  provider: Configuration,
  settings: SignInSettings,
  request: SignInRequest,
): Promise<{ url: URL; transaction: Transaction }> {
  const transaction: Transaction = {
    state: randomState(),
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
    acrValues: request.acrValues ?? settings.acrValues,
    maxAge: request.maxAge,
    fresh: request.fresh ?? false,
    startedAt: Math.floor(Date.now() / 1000),
  };
  // P2: everything travels in the pushed request; the browser carries only its reference.
  const url = await buildAuthorizationUrlWithPAR(provider, {
    response_type: 'code',
    redirect_uri: settings.redirectUri,
    scope: settings.scope,
    state: transaction.state,
    nonce: transaction.nonce,
    code_challenge: await calculatePKCECodeChallenge(transaction.codeVerifier),
    code_challenge_method: 'S256',
    acr_values: transaction.acrValues.join(' '),
    claims: JSON.stringify({
      ...settings.claims,
      id_token: { ...REPORTED_LEVELS, ...settings.claims?.id_token },
    }),
    ...(request.maxAge === undefined ? {} : { max_age: String(request.maxAge) }),
    ...(transaction.fresh ? { prompt: 'login' } : {}),
    ...(request.uiLocales === undefined ? {} : { ui_locales: request.uiLocales }),
  });
  return { url, transaction };
}

/** How far the clocks of Signet and of an agency may be apart, in seconds. */
const CLOCKS_APART = 60;

/** OpenID Connect Core 3.1.2.1: `prompt=login` is a wish, and only `auth_time` shows that it was granted. */
const authenticatedFor = ({ startedAt }: Transaction, authTime: number): boolean =>
  authTime >= startedAt - CLOCKS_APART;

/** Tokens bound to a key of this one sign-in (RFC 9449), where the provider takes them. */
async function senderConstraint(provider: Configuration): Promise<{ DPoP: DPoPHandle } | undefined> {
  const algorithms = provider.serverMetadata().dpop_signing_alg_values_supported ?? [];
  if (!algorithms.includes('ES256')) return undefined;
  return { DPoP: getDPoPHandle(provider, await randomDPoPKeyPair('ES256')) };
}

/** The checks that need no exchange: who answers, and to whom. Made before the code is spent. */
function refuseForeignAnswer(
  issuer: string,
  answer: URLSearchParams,
  transaction: Transaction,
): SignInFailure | undefined {
  if (answer.get('state') !== transaction.state) return 'state-mismatch';
  // RFC 9207: Signet always sends `iss`, so its absence is as wrong as another's.
  if (answer.get('iss') !== issuer) return 'issuer-mismatch';
  return undefined;
}

async function exchange(provider: Configuration, answer: URL, transaction: Transaction) {
  const constraint = await senderConstraint(provider);
  const tokens = await authorizationCodeGrant(
    provider,
    answer,
    {
      expectedState: transaction.state,
      expectedNonce: transaction.nonce,
      pkceCodeVerifier: transaction.codeVerifier,
      idTokenExpected: true,
      ...(transaction.maxAge === undefined ? {} : { maxAge: transaction.maxAge }),
    },
    undefined,
    constraint,
  );
  const sub = tokens.claims()?.sub ?? '';
  // The library refuses a userinfo answer about anyone but this `sub`.
  const userinfo = await fetchUserInfo(provider, tokens.access_token, sub, constraint);
  return { idToken: tokens.id_token, idTokenClaims: tokens.claims(), userinfo };
}

/**
 * Finishes what `startSignIn` began. `answerUrl` is the address that the browser was sent to; only its query
 * is read, so a proxy that changes host or scheme does no harm. Never throws for what a browser, a network
 * or Signet does.
 */
export async function finishSignIn(
  provider: Configuration,
  settings: SignInSettings,
  answerUrl: URL,
  transaction: Transaction,
  onCause: (error: unknown) => void,
): Promise<Result<SignIn, SignInFailure>> {
  const foreign = refuseForeignAnswer(provider.serverMetadata().issuer, answerUrl.searchParams, transaction);
  if (foreign !== undefined) return err(foreign);
  const answer = new URL(settings.redirectUri);
  answer.search = answerUrl.search;
  try {
    const { idToken, idTokenClaims, userinfo } = await exchange(provider, answer, transaction);
    const event = idTokenSchema.safeParse(idTokenClaims);
    const claims = claimsSchema.safeParse({ ...idTokenClaims, ...userinfo });
    if (!event.success || !claims.success || idToken === undefined) return err('invalid-response');
    const levels = levelsOf(event.data);
    if (!levelMet(levels, transaction.acrValues)) return err('level-too-low');
    const fresh = authenticatedFor(transaction, event.data.auth_time);
    if (transaction.fresh && !fresh) return err('sign-in-not-fresh');
    return ok({
      ...levels,
      sub: event.data.sub,
      sid: event.data.sid,
      authTime: new Date(event.data.auth_time * 1000),
      fresh,
      claims: claims.data,
      verifiedClaims: claims.data.verified_claims,
      idToken,
    });
  } catch (error) {
    onCause(error);
    return err(nameFailure(error));
  }
}
