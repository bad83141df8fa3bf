import { AppError, isDatabaseAway, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { Authenticators } from '../authenticators/index.ts';
import type { Presence, Session, Sessions } from '../session/index.ts';

/** What is answered in the transaction of a sign-in: an agency that waits for just this person. Both happen, or neither. */
export interface AnswerAlong {
  /** Whose authenticator it says it is, before it is judged: what the answer depends on can be asked for now. */
  expect(person: PersonId): void;
  /** Of the session as it will be. Undefined: something is asked of the person first. */
  prepare(next: Presence): Promise<PreparedAlong | undefined>;
  /** Its preparing or writing met a fault. The sign-in goes on without it, so nobody else hears of this one. */
  failed(error: unknown): void;
}

export interface PreparedAlong {
  /** What the session's `pending` becomes with it. */
  readonly pending: Readonly<Record<string, unknown>>;
  write(tx: Tx): Promise<void>;
  /** The person is signed in, and it is answered. */
  committed(): void;
}

/** What a person had when a session became theirs just now: for as long as the request that signed them in. */
export type WaysAtSignIn = WeakMap<Session, Authenticators>;

/** The session and the answer, ready to be written. */
export interface Answering {
  write(tx: Tx): Promise<Presence>;
  /** Does nothing where another session than its own was written. */
  committed(signedIn: Presence): void;
}

/** Another tab was first: that is no fault, and nor is a request that was answered meanwhile. */
const sessionChanged = 'session-changed';
const isNoFault = (error: unknown): boolean =>
  error instanceof AppError && (error.code === sessionChanged || error.status < 500);

/**
 * What to do where the transaction with an answer failed: without the answer it is tried again, as the answer may be what
 * it failed for. Throws where that is no use.
 */
export function reportUnanswered(along: AnswerAlong, error: unknown): void {
  if (isDatabaseAway(error)) throw error;
  if (!isNoFault(error)) along.failed(error);
}

/** Undefined: nothing is answered along with this sign-in. */
export async function prepareAnswer(
  {
    sessions,
    waysAtSignIn,
  }: { readonly sessions: Pick<Sessions, 'prepareRenewal'>; readonly waysAtSignIn: WaysAtSignIn },
  presence: Presence,
  how: Parameters<Sessions['prepareRenewal']>[1],
  along: AnswerAlong,
  has: Authenticators | undefined,
): Promise<Answering | undefined> {
  const prepared: PreparedAlong[] = [];
  const renewal = await sessions.prepareRenewal(presence, how, async (next) => {
    if (has) waysAtSignIn.set(next.session, has);
    // the person is signed in all the same, and the answer is given alone after it
    const answer = await along.prepare(next).catch((error: unknown) => {
      along.failed(error);
      return undefined;
    });
    if (answer) prepared.push(answer);
    return answer?.pending ?? {};
  });
  const [answer] = prepared;
  return (
    answer && {
      async write(tx) {
        // asked together, as one round trip
        const [renewed] = await Promise.all([renewal.write(tx), answer.write(tx)]);
        if (!renewed) throw new AppError(sessionChanged, { status: 503 }); // it goes on without the answer
        return renewal.presence;
      },
      committed: (signedIn) => {
        if (signedIn === renewal.presence) answer.committed();
      },
    }
  );
}
