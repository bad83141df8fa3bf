import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Levels, SignIn } from '../index.ts';
import { hashOf, newSessionSecret, openSession, sealSession } from './sealed.ts';
import type { SessionStore, StoredSession } from './session-store.ts';

export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** A signed-in person at this agency. */
export interface Session<Data> {
  /** Signet's name for the person here (`sub`). */
  readonly subject: string;
  /** What the agency made of the sign-in. JSON. */
  readonly data: Data;
  readonly levels: Levels;
  readonly authTime: Date;
  /** When it was last known, by this agency's clock, that they had just authenticated. */
  readonly confirmedAt: Date;
  /** For Signet, at sign-out. */
  readonly idToken: string;
  /** Repeated in every form of this session, against forged posts. */
  readonly formToken: string;
  readonly endsAt: Date;
}

/** What a row holds. `data` is the agency's: sealed as `onSignIn` gave it, under a secret that nobody else has. */
const sealedSchema = z.object({
  data: z.unknown(),
  levels: z.object({
    ial: z.number(),
    aal: z.number(),
    fal: z.number(),
    acr: z.string().optional(),
    amr: z.array(z.string()).readonly(),
  }),
  authTime: z.number(), // milliseconds
  confirmedAt: z.number(),
  idToken: z.string(),
  formToken: z.string(),
});

export interface BrowserSessionOptions {
  readonly cookieName: string;
  readonly secure: boolean;
  readonly limits: SessionLimits;
  readonly store: SessionStore;
  readonly now: () => Date;
}

/** Sessions in a cookie: a random secret that finds its row by hash and is the key to it (B12). */
export function browserSessions<Data>(options: BrowserSessionOptions) {
  const { store, limits, now } = options;
  const name = `${options.secure ? '__Host-' : ''}${options.cookieName}`;
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure: options.secure } as const;
  const idleSince = (): Date => new Date(now().getTime() - limits.idleMs);

  /** A row of another shape, as of a release that kept something else, is no session: its person signs in anew. */
  async function open(secret: string, row: StoredSession | undefined): Promise<Session<Data> | undefined> {
    if (row === undefined) return undefined;
    const read = sealedSchema.safeParse(await openSession(secret, row.sealed));
    if (!read.success) return undefined;
    const { data, levels, authTime, confirmedAt, idToken, formToken } = read.data;
    return {
      subject: row.subject,
      data: data as Data,
      levels: { ...levels, acr: levels.acr },
      authTime: new Date(authTime),
      confirmedAt: new Date(confirmedAt),
      idToken,
      formToken,
      endsAt: row.endsAt,
    };
  }

  return {
    /** False when Signet has ended this sign-in meanwhile. */
    async begin(c: Context, signIn: SignIn, data: Data, confirmedAt: Date): Promise<boolean> {
      const former = getCookie(c, name);
      if (former !== undefined) await store.remove(hashOf(former));
      const secret = newSessionSecret();
      const content: z.infer<typeof sealedSchema> = {
        data,
        levels: { ial: signIn.ial, aal: signIn.aal, fal: signIn.fal, acr: signIn.acr, amr: signIn.amr },
        authTime: signIn.authTime.getTime(),
        confirmedAt: confirmedAt.getTime(),
        idToken: signIn.idToken,
        formToken: randomBytes(16).toString('base64url'),
      };
      const added = await store.add(
        {
          idHash: hashOf(secret),
          sid: signIn.sid,
          subject: signIn.sub,
          sealed: await sealSession(secret, content),
          endsAt: new Date(now().getTime() + limits.absoluteMs),
        },
        now(),
      );
      if (added) setCookie(c, name, secret, attributes);
      return added;
    },

    /** No cookie, no query: public pages do not need the database. */
    async read(c: Context): Promise<Session<Data> | undefined> {
      const secret = getCookie(c, name);
      if (secret === undefined) return undefined;
      return open(secret, await store.touch(hashOf(secret), now(), idleSince()));
    },

    /** The session of this browser also when it was idle for too long: whose half-filled form it is, and nothing else. */
    async readLapsed(c: Context): Promise<Pick<Session<Data>, 'subject' | 'formToken'> | undefined> {
      const secret = getCookie(c, name);
      return secret === undefined ? undefined : open(secret, await store.find(hashOf(secret)));
    },

    /** Whether a session here that rests on the same one at Signet ran out unused. Known also where the browser lost its cookie. */
    hasLapsed: ({ sub, sid }: SignIn): Promise<boolean> =>
      store.hasLapsed({ subject: sub, sid }, idleSince()),

    async end(c: Context): Promise<void> {
      const secret = deleteCookie(c, name, attributes);
      if (secret !== undefined) await store.remove(hashOf(secret));
    },
  };
}
