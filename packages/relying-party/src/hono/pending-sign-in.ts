import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Transaction } from '../index.ts';
import { openCookie, sealCookie } from './sealed.ts';

/** Long enough to prove one's identity on the way, which happens once. */
const SECONDS = 2 * 60 * 60;
/** Sign-ins begun at once in one browser (tabs). More are dropped, so that cookies cannot fill the header. */
const AT_ONCE = 4;

const pendingSchema = z.object({
  transaction: z.object({
    state: z.string(),
    nonce: z.string(),
    codeVerifier: z.string(),
    acrValues: z.array(z.string()),
    maxAge: z.number().optional(),
    fresh: z.boolean(),
    startedAt: z.number(),
  }),
  returnTo: z.string(),
});

export interface PendingSignIn {
  readonly transaction: Transaction;
  readonly returnTo: string;
}

/**
 * A sign-in that is under way, bound to the browser that began it: one encrypted cookie for each, named for
 * its state, so that two tabs do not disturb each other and nobody can finish a sign-in begun elsewhere.
 */
export function pendingSignIns(options: { prefix: string; key: Uint8Array; secure: boolean }) {
  const start = `${options.secure ? '__Host-' : ''}${options.prefix}_start_`;
  const nameFor = (state: string): string =>
    start + createHash('sha256').update(state).digest('hex').slice(0, 12);
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure: options.secure } as const;

  return {
    async keep(c: Context, pending: PendingSignIn): Promise<void> {
      const older = Object.keys(getCookie(c)).filter((name) => name.startsWith(start));
      for (const name of older.slice(0, Math.max(0, older.length - AT_ONCE + 1))) {
        deleteCookie(c, name, attributes);
      }
      const sealed = await sealCookie(options.key, { ...pending }, SECONDS);
      setCookie(c, nameFor(pending.transaction.state), sealed, { ...attributes, maxAge: SECONDS });
    },

    /** The one that `state` names, and forgets it: an answer is used once. */
    async take(c: Context, state: string): Promise<PendingSignIn | undefined> {
      const name = nameFor(state);
      const sealed = getCookie(c, name);
      if (sealed === undefined) return undefined;
      deleteCookie(c, name, attributes);
      const pending = pendingSchema.safeParse(await openCookie(options.key, sealed));
      if (!pending.success) return undefined;
      const { transaction, returnTo } = pending.data;
      return { transaction: { ...transaction, maxAge: transaction.maxAge }, returnTo };
    },
  };
}
