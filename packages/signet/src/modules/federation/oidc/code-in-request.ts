import { createHash } from 'node:crypto';
import type { AdapterPayload, KoaContextWithOIDC } from 'oidc-provider';
import type { SealedContents } from './artifacts/index.ts';

/**
 * The code that a token request brings, where all that the request says of it is right, so that it can be used together
 * with the client's assertion, in one statement. The provider checks the same afterwards and answers; where this says no,
 * the code is used only when the provider has found nothing wrong. A DPoP proof may be: it is not looked at here.
 */
export async function codeInRequest(
  { oidc, req }: KoaContextWithOIDC,
  { open }: Pick<SealedContents, 'open'>,
): Promise<AdapterPayload | undefined> {
  if (oidc.route !== 'token' || req.headers.dpop !== undefined) return undefined;
  const { grant_type: type, code, code_verifier: verifier, redirect_uri: redirectUri } = oidc.body ?? {};
  if (type !== 'authorization_code' || typeof code !== 'string' || typeof verifier !== 'string')
    return undefined;
  const opened = await open('AuthorizationCode', code);
  const right =
    opened?.clientId === oidc.client?.clientId &&
    opened?.redirectUri === redirectUri &&
    opened?.codeChallengeMethod === 'S256' &&
    opened?.codeChallenge === createHash('sha256').update(verifier).digest('base64url') &&
    opened?.dpopJkt === undefined;
  return right ? opened : undefined;
}
