import type { Clock, Tx } from '../../../kernel/index.ts';
import type { Account } from '../../accounts/index.ts';
import { decideAal } from '../../assurance/index.ts';
import { deviceOf, judgeSignIn, type PlaceOf, type RiskSignal } from '../../risk/index.ts';
import type { AuthenticatorsOf, SecurityNotices } from '../authenticators/index.ts';
import {
  type AuthenticationEvent,
  askMore,
  type Circumstances,
  type KnownDevices,
  type Presence,
  pendingKeys,
  withEvent,
} from '../session/index.ts';
import { otherWays } from './next-step.ts';

/** Somebody is about to be signed in: what is unusual about it, and what comes with it. */
export interface SignInAssessment {
  readonly signals: readonly RiskSignal[];
  /** What the session is to remember where one more way is asked for. */
  readonly pending: Readonly<Record<string, unknown>> | undefined;
  /** Remembers the browser, and tells the person of one that they did not use before. */
  record(tx: Tx): Promise<void>;
}

export interface AssessmentNeeds {
  readonly authenticators: AuthenticatorsOf;
  readonly clock: Clock;
  readonly knownDevices: Pick<KnownDevices, 'look' | 'remember'>;
  readonly placeOf: PlaceOf;
  readonly securityNotices: SecurityNotices;
}

/**
 * Judged once a session, when it is about to become signed in; undefined at any other authentication. All that asks
 * the database is asked before the transaction.
 */
export const assessSignIn =
  (needs: AssessmentNeeds) =>
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
    const familiar = await needs.knownDevices.look(person, from);
    const at = needs.clock.now();
    const simSwapped = session.pending[pendingKeys.phoneChangedHands] === true;
    const place = needs.placeOf(from.source);
    const { signals, asksMore } = judgeSignIn({
      knownDevice: familiar.known,
      before: await familiar.before(),
      now: { place, at },
      accountsTried: familiar.accountsTried,
      simSwapped,
    });
    const others =
      asksMore && !reached.phishingResistant ? otherWays(events, await needs.authenticators(person)) : [];
    const more = others.filter((way) => way !== 'phone' || !simSwapped); // no code goes to a phone that changed hands
    const telling = familiar.known === false ? await needs.securityNotices.addressees(person) : undefined;
    const anySignIn = { kind: 'sign-in', about: 'any' } as const;
    return {
      signals,
      pending: more.length > 0 ? askMore(events) : undefined,
      async record(tx) {
        await needs.knownDevices.remember(tx, person, from);
        await needs.securityNotices.send(
          tx,
          telling,
          'new-sign-in',
          { ...whereabouts(from), signals },
          anySignIn,
        );
      },
    };

    function whereabouts(here: Circumstances) {
      return { device: deviceOf(here), ...(place ? { place } : {}) };
    }
  };
