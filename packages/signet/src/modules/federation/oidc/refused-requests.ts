import type { EventEmitter } from 'node:events';
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';

/** A request of an agency that was refused: what its engineer and ours need to find out why. */
export interface RefusedRequest {
  readonly endpoint: string;
  /** As the request names it: whoever failed to authenticate may have no right to the name. */
  readonly client: string;
  /** The code that the agency was told. */
  readonly code: string;
  /** What the provider knows and tells nobody outside, such as which assertion failed and how. */
  readonly reason: string;
}

/** Of a person's own doing (they said no, they have to sign in), and no fault of the agency. */
const ordinary = new Set(['access_denied', 'login_required', 'consent_required', 'interaction_required']);

const endpoints = [
  'pushed_authorization_request',
  'authorization',
  'grant',
  'userinfo',
  'introspection',
  'revocation',
  'end_session',
] as const;

/** The provider answers with a code that says little, on purpose; why it did is for the log. */
export function reportRefusedRequests(
  provider: Provider,
  onRefused: (refused: RefusedRequest) => void,
): void {
  const events = provider as unknown as EventEmitter; // one listener for all, where the types name each event apart
  for (const endpoint of endpoints) {
    events.on(`${endpoint}.error`, (ctx: KoaContextWithOIDC, error: unknown) => {
      const { error: code = 'unknown', error_detail: detail, error_description: told } = error as OidcError;
      if (ordinary.has(code)) return;
      if (ctx.req.readableAborted) return; // a client that hung up in the middle of sending fills no log
      onRefused({ endpoint, client: clientOf(ctx), code, reason: (detail ?? told ?? '').slice(0, 300) });
    });
  }
}

interface OidcError {
  readonly error?: string;
  readonly error_description?: string;
  readonly error_detail?: string;
}

/** The registered client; else the name that the request gives, which anybody may have written. */
function clientOf({ oidc }: KoaContextWithOIDC): string {
  const named = oidc.client?.clientId ?? oidc.params?.client_id ?? oidc.body?.client_id;
  return typeof named === 'string' ? named.replaceAll(/[^\w.-]/g, '?').slice(0, 60) : 'not named';
}

const levelScope = /^https?:\/\/[^/]+\/(ns\/)?assurance\//;

/**
 * A level that is named as a scope, as some services have it, is refused. The provider passes over scopes that it does not
 * know, and the agency would take somebody whom nobody proved for proven (C2).
 */
export function refuseLevelScopes(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    const { oidc } = ctx;
    if (oidc?.route !== 'pushed_authorization_request' || ctx.status !== 201) return;
    const level = String(oidc.body?.scope ?? '')
      .split(' ')
      .find((scope) => levelScope.test(scope));
    if (level === undefined) return;
    const refusal = new errors.InvalidScope('a level is no scope: ask by acr_values or the acr claim', level);
    // what was kept for the request is never found: its name goes to nobody
    ctx.status = 400;
    ctx.body = { error: refusal.error, error_description: refusal.error_description, scope: level };
    (provider as unknown as EventEmitter).emit(`${oidc.route}.error`, ctx, refusal); // into the log
  });
}
