import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isToken, isUuid, type PersonId, Redacted } from '../../../kernel/index.ts';
import type { Recovery } from '../../../modules/proofing/index.ts';
import type { WebContext } from '../../request/index.ts';

/**
 * What a recovering browser comes back with when an agent's answer took longer than its session: the name of the
 * recovery and the secret that opens what was read for it. Alone it opens nothing: the mailbox is asked for again.
 */
const nameOf = (c: WebContext): string =>
  c.var.visit.secureCookies ? '__Host-signet_recovery' : 'signet_recovery';

const seconds = 18 * 86_400; // an agent's two weeks, three days to come back, and one for clocks

export function rememberRecovery(c: WebContext, { subject, secret }: Recovery): void {
  setCookie(c, nameOf(c), `${subject}.${secret.reveal()}`, { ...attributes(c), maxAge: seconds });
}

export const forgetRecovery = (c: WebContext): void => void deleteCookie(c, nameOf(c), attributes(c));

/** The recovery that this browser began, if it is one of `account`: for proofing to say. */
export function rememberedRecovery(c: WebContext, account: PersonId): Recovery | undefined {
  const [, subject, secret] = /^([^.]+)\.([^.]+)$/.exec(getCookie(c, nameOf(c)) ?? '') ?? [];
  return subject && secret && isUuid(subject) && isToken(secret)
    ? { subject: subject as PersonId, account, secret: new Redacted(secret) }
    : undefined;
}

const attributes = (c: WebContext) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.visit.secureCookies }) as const;
