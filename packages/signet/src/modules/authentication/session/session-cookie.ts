import { randomBytes } from 'node:crypto';
import { isToken, newToken, Redacted } from '../../../kernel/index.ts';
import { lookupUnder } from '../../vault/index.ts';

/** B12: an id of 128 bits and a secret of 256, both random and in base64url. */
const shape = /^([\w-]{22})\.([\w-]+)$/;

/** A cookie taken apart. `lookup` is where its row is; `secret` is stored nowhere. */
export interface SessionCookie {
  readonly value: Redacted<string>;
  readonly lookup: Buffer;
  readonly secret: Redacted<string>;
}

export const newCookie = (): SessionCookie =>
  cookieFrom(randomBytes(16).toString('base64url'), newToken().reveal());

/** Undefined for anything that Signet cannot have set. */
export function parseCookie(value: string): SessionCookie | undefined {
  const [, id, secret] = shape.exec(value) ?? [];
  return id && secret && isToken(secret) ? cookieFrom(id, secret) : undefined;
}

const cookieFrom = (id: string, secret: string): SessionCookie => ({
  value: new Redacted(`${id}.${secret}`),
  lookup: lookupUnder(id, 'session'),
  secret: new Redacted(secret),
});
