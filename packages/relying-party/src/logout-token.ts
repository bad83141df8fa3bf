import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { err, ok, type Result } from './result.ts';

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const ALGORITHMS = ['ES256', 'PS256', 'RS256', 'EdDSA', 'Ed25519'];

/** The person or the session that is signed out. At least one of `sid` and `sub` is there. */
export interface LogoutOrder {
  readonly sid: string | undefined;
  readonly sub: string | undefined;
  /** Remember it until `expires`: an order is carried out once. */
  readonly jti: string;
  readonly expires: Date;
}

export type LogoutRefusal = 'invalid-logout-token' | 'signet-unavailable';

const orderSchema = z
  .looseObject({
    sid: z.string().min(1).optional(),
    sub: z.string().min(1).optional(),
    jti: z.string().min(1),
    iat: z.number(),
    exp: z.number(),
    events: z.looseObject({ [LOGOUT_EVENT]: z.looseObject({}) }),
    // An ID token has a nonce: without this rule a stolen one could be passed off as a logout token.
    nonce: z.undefined().optional(),
  })
  .refine(({ sid, sub }) => sid !== undefined || sub !== undefined);

const toOrder = (payload: JWTPayload): Result<LogoutOrder, LogoutRefusal> => {
  const order = orderSchema.safeParse(payload);
  if (!order.success) return err('invalid-logout-token');
  const { sid, sub, jti, exp } = order.data;
  return ok({ sid, sub, jti, expires: new Date(exp * 1000) });
};

/** Checks logout tokens of one issuer for one client (OpenID Connect Back-Channel Logout 1.0 section 2.6, P4). */
export function logoutTokenVerifier(issuer: string, clientId: string) {
  let keys: { uri: string; resolve: ReturnType<typeof createRemoteJWKSet> } | undefined;

  return async (
    jwt: string,
    jwksUri: string,
    onCause: (error: unknown) => void,
  ): Promise<Result<LogoutOrder, LogoutRefusal>> => {
    if (keys?.uri !== jwksUri) keys = { uri: jwksUri, resolve: createRemoteJWKSet(new URL(jwksUri)) };
    try {
      const { payload } = await jwtVerify(jwt, keys.resolve, {
        issuer,
        audience: clientId,
        typ: 'logout+jwt',
        algorithms: ALGORITHMS,
        requiredClaims: ['iat', 'exp', 'jti', 'events'],
        maxTokenAge: '5 minutes',
        clockTolerance: 30,
      });
      return toOrder(payload);
    } catch (error) {
      onCause(error);
      const unreachable = !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout;
      return err(unreachable ? 'signet-unavailable' : 'invalid-logout-token');
    }
  };
}
