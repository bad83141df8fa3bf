import type { Demand } from '../assurance/index.ts';
import type { Session } from '../authentication/index.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { type Consent, needsVault } from './release/index.ts';

/** What is still missing before an agency's request can be answered. One thing at a time, in this order. */
export type Need =
  | 'sign-in'
  | 'second-factor'
  | 'passkey'
  /** AAL3 is demanded: a key that stays in one device, just now. */
  | 'device-key'
  | 'identity'
  | 'open-vault'
  | 'consent'
  | 'nothing';

export interface NeedInputs {
  readonly session: Session | undefined;
  readonly ial: number;
  readonly consent: Consent | undefined;
  readonly now: Date;
}

/** Pure: the next thing to ask of the person, given the request, its demand and where they stand. */
export function needOf(request: AuthorizationRequest, demand: Demand, inputs: NeedInputs): Need {
  const { session } = inputs;
  if (!session?.person || !isFresh(request, session, inputs.now)) return 'sign-in';
  // An account here always has a second factor: personal data is shown at AAL2 only (A27).
  if (session.aal < 2) return 'second-factor';
  if (session.aal < demand.minAal) return 'device-key';
  if (demand.phishingResistant && !session.phishingResistant) return 'passkey';
  if (inputs.ial < demand.minIal) return 'identity';
  if (needsVault(request.items, inputs.ial) && !session.opensVault) return 'open-vault';
  if (!isCovered(request, inputs.consent)) return 'consent';
  return 'nothing';
}

/** `prompt=login` and `max_age` ask for an authentication, not for a session: a whole one, with every factor of it. */
function isFresh(request: AuthorizationRequest, session: Session, now: Date): boolean {
  const since = freshSince(request, now);
  return since === undefined || (session.authenticatedAt?.getTime() ?? 0) >= since.getTime();
}

/** The moment since when the person must have authenticated. Undefined: any time will do. */
export function freshSince(
  request: Pick<AuthorizationRequest, 'freshSignIn' | 'maxAgeSeconds' | 'startedAt'>,
  now: Date,
): Date | undefined {
  const started = request.startedAt.getTime();
  const moments: number[] = request.freshSignIn ? [started] : [];
  // An authentication made for this very request is fresh, whatever time the person then takes (max_age=0).
  if (request.maxAgeSeconds !== undefined)
    moments.push(Math.min(started, now.getTime() - request.maxAgeSeconds * 1000));
  return moments.length > 0 ? new Date(Math.max(...moments)) : undefined;
}

/** Remembered consent covers a request for the same items or fewer (C4); a refusal is remembered too. */
function isCovered(request: AuthorizationRequest, consent: Consent | undefined): boolean {
  if (!consent || request.askConsentAgain) return false;
  const answered = new Set([...consent.items, ...consent.refused]);
  return request.items.every((item) => answered.has(item));
}
