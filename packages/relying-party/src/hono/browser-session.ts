import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
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

interface Sealed<Data> {
  readonly data: Data;
  readonly levels: Levels;
  readonly authTime: number;
  readonly confirmedAt: number;
  readonly idToken: string;
  readonly formToken: string;
}

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

  async function open(secret: string, row: StoredSession | undefined): Promise<Session<Data> | undefined> {
    if (row === undefined) return undefined;
    // Sealed by `begin` under a secret that nobody else has: its shape is ours.
    const content = (await openSession(secret, row.sealed)) as Sealed<Data> | undefined;
    if (content === undefined) return undefined;
    const { authTime, confirmedAt = authTime } = content;
    return {
      ...content,
      subject: row.subject,
      authTime: new Date(authTime),
      confirmedAt: new Date(confirmedAt),
      endsAt: row.endsAt,
    };
  }

  return {
    /** False when Signet has ended this sign-in meanwhile. */
    async begin(c: Context, signIn: SignIn, data: Data, confirmedAt: Date): Promise<boolean> {
      const former = getCookie(c, name);
      if (former !== undefined) await store.remove(hashOf(former));
      const secret = newSessionSecret();
      const content: Sealed<Data> = {
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
      const idleSince = new Date(now().getTime() - limits.idleMs);
      return open(secret, await store.touch(hashOf(secret), now(), idleSince));
    },

    /** The session of this browser also when it was idle for too long: whose half-filled form it is, and nothing else. */
    async readLapsed(c: Context): Promise<Pick<Session<Data>, 'subject' | 'formToken'> | undefined> {
      const secret = getCookie(c, name);
      return secret === undefined ? undefined : open(secret, await store.find(hashOf(secret)));
    },

    async end(c: Context): Promise<void> {
      const secret = deleteCookie(c, name, attributes);
      if (secret !== undefined) await store.remove(hashOf(secret));
    },
  };
}
