import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

/** Why a sign-in was not finished. Stable: an agency chooses its words by these. */
export const signInFailures = [
  /** Signet did not answer, or said that it is out of order. Try later; the agency's public pages still work. */
  'signet-unavailable',
  /** The person said no on the consent page, or left. */
  'access-denied',
  /** This browser did not start this sign-in (state), or it took too long: start again. */
  'state-mismatch',
  /** The answer came from another provider (RFC 9207): a mix-up attack. */
  'issuer-mismatch',
  /** The ID token belongs to another sign-in: an injected code. */
  'nonce-mismatch',
  /** The code was used, expired or belongs to someone else. */
  'code-refused',
  /** Signet vouches for less than was asked. */
  'level-too-low',
  /** The person was to authenticate anew, and Signet answers with an authentication from before. */
  'sign-in-not-fresh',
  /** The person must act at Signet first (`prompt=none` answers this). */
  'interaction-required',
  /** Signet refuses this client or this request: the agency's registration needs attention. */
  'request-refused',
  /** The answer is malformed or a signature or claim does not hold. */
  'invalid-response',
] as const;

export type SignInFailure = (typeof signInFailures)[number];

export const isSignInFailure = (text: string): text is SignInFailure =>
  signInFailures.some((failure) => failure === text);

const BY_PROTOCOL_ERROR: Readonly<Record<string, SignInFailure>> = {
  access_denied: 'access-denied',
  server_error: 'signet-unavailable',
  temporarily_unavailable: 'signet-unavailable',
  login_required: 'interaction-required',
  consent_required: 'interaction-required',
  interaction_required: 'interaction-required',
  account_selection_required: 'interaction-required',
  unmet_authentication_requirements: 'level-too-low',
  invalid_grant: 'code-refused',
};

const UNREACHED = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

const innermostClaim = (error: ClientError): unknown => {
  const operation = error.cause;
  const detail = operation instanceof Error ? operation.cause : undefined;
  return typeof detail === 'object' && detail !== null && 'claim' in detail ? detail.claim : undefined;
};

/**
 * Names what `openid-client` threw. The library makes every check; this only says which one failed.
 * Something it never throws for an outside cause is a fault of ours and is thrown on.
 */
export function nameFailure(error: unknown): SignInFailure {
  if (error instanceof AuthorizationResponseError) {
    return BY_PROTOCOL_ERROR[error.error] ?? 'request-refused';
  }
  if (error instanceof ResponseBodyError) {
    return error.status >= 500 ? 'signet-unavailable' : (BY_PROTOCOL_ERROR[error.error] ?? 'request-refused');
  }
  if (error instanceof ClientError) {
    if (error.code !== undefined && UNREACHED.has(error.code)) return 'signet-unavailable';
    return innermostClaim(error) === 'nonce' ? 'nonce-mismatch' : 'invalid-response';
  }
  // userinfo did not take the access token that Signet gave a moment ago.
  if (error instanceof WWWAuthenticateChallengeError) return 'invalid-response';
  // undici reports an unreachable host as TypeError("fetch failed") with the socket's error as its cause.
  if (error instanceof TypeError && error.cause instanceof Error) return 'signet-unavailable';
  throw error;
}
