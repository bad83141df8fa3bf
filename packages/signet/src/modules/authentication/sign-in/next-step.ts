import type { Authenticators } from '../authenticators/index.ts';
import {
  type AuthenticationEvent,
  confirmedFor,
  confirmedSignUp,
  emailUnderWay,
  moreIsAsked,
  recoveredFor,
  type Session,
} from '../session/index.ts';

export type SecondFactor = 'totp' | 'passkey' | 'password' | 'recovery-code' | 'phone';

/** Where the person stands between arriving and being signed in. */
export type NextStep =
  /** Nobody yet: the page to sign in or create an account. */
  | { readonly step: 'sign-in' }
  /** A code was mailed: type it, or open the link. */
  | { readonly step: 'confirm-email' }
  /** The address is confirmed and there is no account yet: choose a password or a passkey. */
  | { readonly step: 'first-authenticator' }
  /** The account is unfinished: it never had enough for AAL2. `choices` are what may be added. */
  | {
      readonly step: 'second-authenticator';
      readonly choices: readonly ('totp' | 'passkey' | 'password' | 'phone')[];
    }
  /** Signed in with one factor: one of these is due. Empty when all of them are off (B4): only recovery is left. */
  | {
      readonly step: 'second-factor';
      readonly choices: readonly SecondFactor[];
      /** There were enough factors, and the sign-in was unusual: one more is asked for. */
      readonly unusual?: true;
    }
  /** Recovered (B15), and not yet worth AAL2: new ways to sign in are due. */
  | { readonly step: 'rebind'; readonly choices: readonly ('totp' | 'passkey' | 'password')[] }
  /** Signed in, and no recovery codes were ever issued or none are left. */
  | { readonly step: 'recovery-codes' }
  /** Recovered and signed in with what is new: which of the earlier ways are lost? */
  | { readonly step: 'review-ways' }
  | { readonly step: 'done' };

/**
 * `has` is of the session's person, and absent when there is none. `since`: an agency asks for an authentication no
 * older than that; of a signed-in person only what is missing for one is asked. Pure.
 */
export function decideNextStep(
  session: Session,
  has: Authenticators | undefined,
  since?: Date | undefined,
): NextStep {
  if (!session.person || !has) return beforeSignIn(session);
  if (since && session.aal >= 2 && (session.authenticatedAt ?? session.createdAt) < since) {
    const events = session.events.filter(({ at }) => at >= since);
    if (events.length === 0) return { step: 'sign-in' };
    return { step: 'second-factor', choices: secondFactors({ ...session, events }, has) };
  }
  const recovered = recoveredFor(session, session.person);
  if (session.aal >= 2) {
    if (has.recoveryCodesLeft === 0) return { step: 'recovery-codes' };
    return { step: recovered ? 'review-ways' : 'done' };
  }
  if (recovered) return { step: 'rebind', choices: toRebind(session) };
  if (has.finished && moreIsAsked(session)) {
    return { step: 'second-factor', choices: furtherFactors(session, has), unusual: true };
  }
  if (has.finished) return { step: 'second-factor', choices: secondFactors(session, has) };
  if (!confirmedFor(session, session.person)) return { step: 'confirm-email' };
  return {
    step: 'second-authenticator',
    // a code by phone comes last (B6), and beside a password only
    choices: has.password ? ['totp', 'passkey', 'phone'] : ['password', 'passkey'],
  };
}

/** What makes AAL2 with what this session has used already: a passkey, or the password and something held. */
function toRebind({ events }: Session): ('totp' | 'passkey' | 'password')[] {
  if (events.some(({ method }) => method === 'password')) return ['passkey', 'totp'];
  return ['passkey', 'password'];
}

function beforeSignIn(session: Session): NextStep {
  if (confirmedSignUp(session)) return { step: 'first-authenticator' };
  return { step: emailUnderWay(session) ? 'confirm-email' : 'sign-in' };
}

/** The other factor than the one that was used, and only ways that this person has. */
function secondFactors(session: Session, has: Authenticators): SecondFactor[] {
  const choices: SecondFactor[] = [];
  if (!session.events.some(({ method }) => method === 'password')) {
    if (has.password) choices.push('password');
    if (has.passkeys.some(({ userVerified }) => userVerified)) choices.push('passkey');
    return choices;
  }
  if (has.passkeys.length > 0) choices.push('passkey');
  if (has.totp) choices.push('totp');
  if (reachable(has)) choices.push('phone');
  if (has.recoveryCodesLeft > 0) choices.push('recovery-code');
  return choices;
}

/** A phone that a code gets to. */
const reachable = ({ phones }: Authenticators): boolean =>
  phones.some(({ on, ways }) => on && ways.length > 0);

/** Other ways than those that were used. Saved codes are not among them: they are at home. */
export function otherWays(events: readonly AuthenticationEvent[], has: Authenticators): SecondFactor[] {
  const used = new Set(events.map(({ method }) => method));
  const byPhone = used.has('text-code') || used.has('voice-code');
  const ways: readonly (readonly ['passkey' | 'totp' | 'password' | 'phone', boolean])[] = [
    ['passkey', has.passkeys.length > 0],
    ['totp', has.totp],
    ['password', has.password],
    ['phone', !byPhone && reachable(has)],
  ];
  return ways.flatMap(([way, there]) => (there && !(way !== 'phone' && used.has(way)) ? [way] : []));
}

/** The second factors that the page offers, and a saved code for a person who has them at hand. */
function furtherFactors({ events }: Session, has: Authenticators): SecondFactor[] {
  const codes = has.recoveryCodesLeft > 0 && !events.some(({ method }) => method === 'recovery-code');
  return [...otherWays(events, has), ...(codes ? (['recovery-code'] as const) : [])];
}
