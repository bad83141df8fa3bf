import type { AnswerAlong, Authentication } from '../../modules/authentication/index.ts';
import type { Federation, Leads, Onward } from '../../modules/federation/index.ts';
import { nextPage } from '../authentication/session/index.ts';
import { forgetRequest, httpPair, type WebContext, withoutRequest } from '../request/index.ts';

interface Needs {
  readonly federation: Pick<Federation, 'lookAhead' | 'prepareAnswer' | 'requestOf'>;
  readonly authentication: Authentication;
  readonly onUnanswered: (error: unknown) => void;
}

export interface AlongWithSignIn extends AnswerAlong {
  /** Where to send the browser, if the agency was answered. */
  to(): Promise<string | undefined>;
}

/**
 * The agency's request, answered in the transaction of the sign-in where nothing else is missing then: one commit in place of
 * two, and what the answer depends on is asked together with what the sign-in asks (decision 15).
 */
export function answerAlong(
  c: WebContext,
  { federation, authentication, onUnanswered }: Needs,
  leads: Leads,
): AlongWithSignIn {
  const pair = httpPair(c);
  // nobody waits for it where the passkey is refused: its fault is said here, and the page after the sign-in asks anew
  const asked = federation.requestOf(pair).catch((error: unknown) => {
    onUnanswered(error);
    return undefined;
  });
  let known: ReturnType<Federation['lookAhead']> | undefined;
  let onward: (() => Promise<Onward>) | undefined;
  return {
    expect(person) {
      void asked.then((request) => {
        known = request && federation.lookAhead(request, person);
      });
    },
    async prepare(next) {
      const request = await asked;
      if (!request || (await nextPage(c, authentication, next)) !== `/interaction/${request.uid}`)
        return undefined;
      const prepared = await federation.prepareAnswer(pair, request, next, leads, known);
      if (!prepared.ok) return undefined;
      return {
        pending: withoutRequest(next, request.uid) ?? {},
        write: prepared.value.write,
        committed() {
          forgetRequest(c, request.uid);
          onward = prepared.value.onward;
        },
      };
    },
    failed: onUnanswered,
    to: async () => onward && goingTo(c, await onward()),
  };
}

/** The browser gets what the provider gives it on the way. */
export function goingTo(c: WebContext, { to, cookies }: Onward): string {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  return to;
}
