import type { Tx } from '../../../kernel/index.ts';
import type { Account } from '../../accounts/index.ts';
import { decideAal } from '../../assurance/index.ts';
import { deviceOf, judgeSignIn, type RiskSignal } from '../../risk/index.ts';
import type { Parts } from '../parts.ts';
import type { Circumstances } from '../session/circumstances.ts';
import { askMore, pendingKeys } from '../session/pending.ts';
import type { AuthenticationEvent, Presence } from '../session/session.ts';
import { withEvent } from '../session/session-contents.ts';
import { otherWays } from './next-step.ts';

/** Somebody is about to be signed in: what is unusual about it, and what comes with it. */
export interface SignInAssessment {
  readonly signals: readonly RiskSignal[];
  /** What the session is to remember where one more way is asked for. */
  readonly pending: Readonly<Record<string, unknown>> | undefined;
  /** Remembers the browser, and tells the person of one that they did not use before. */
  record(tx: Tx): Promise<void>;
}

type Needs = Pick<Parts, 'authenticators' | 'clock' | 'knownDevices' | 'placeOf' | 'tell'>;

/**
 * Judged once a session, when it is about to become signed in; undefined at any other authentication. All that asks
 * the database is asked before the transaction.
 */
export const assessingSignIns =
  (parts: Needs) =>
  async (
    { session, from }: Presence,
    account: Account,
    event: AuthenticationEvent,
  ): Promise<SignInAssessment | undefined> => {
    const { person } = account;
    const events = session.person === person ? withEvent(session.events, event) : [event];
    const reached = decideAal(events);
    const arrived = session.person === person && decideAal(session.events).aal >= 2;
    if (!from || arrived || reached.aal < 2) return undefined;
    const familiar = await parts.knownDevices.look(person, from);
    const at = parts.clock.now();
    const simSwapped = session.pending[pendingKeys.phoneChangedHands] === true;
    const place = parts.placeOf(from.source);
    const { signals, asksMore } = judgeSignIn({
      knownDevice: familiar.known,
      before: await familiar.before(),
      now: { place, at },
      accountsTried: familiar.accountsTried,
      simSwapped,
    });
    const others =
      asksMore && !reached.phishingResistant ? otherWays(events, await parts.authenticators(person)) : [];
    const more = others.filter((way) => way !== 'phone' || !simSwapped); // no code goes to a phone that changed hands
    const telling = familiar.known === false ? await parts.tell.addressees(person) : undefined;
    const anySignIn = { kind: 'sign-in', about: 'any' } as const;
    return {
      signals,
      pending: more.length > 0 ? askMore(events) : undefined,
      async record(tx) {
        await parts.knownDevices.remember(tx, person, from);
        await parts.tell.send(tx, telling, 'new-sign-in', { ...whereabouts(from), signals }, anySignIn);
      },
    };

    function whereabouts(here: Circumstances) {
      return { device: deviceOf(here), ...(place ? { place } : {}) };
    }
  };
