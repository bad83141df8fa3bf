import { met, type Reason, unmet } from './reason.ts';

/** What is true of every answer to one agency (C1; SP 800-63C-4 section 2). */
export interface FederationFacts {
  readonly signed: boolean;
  /** How many relying parties one assertion is addressed to; 0 is unrestricted. */
  readonly audiences: number;
  readonly startedBy: 'agency' | 'provider';
  /** The answer is tied to this request and this browser, by PKCE and state or by what does the same. */
  readonly injectionProtected: boolean;
  /** The assertion repeats the request's nonce, so that it is accepted once. */
  readonly nonce: boolean;
  /** The agreement with the agency was made before, not by the person at sign-in. */
  readonly agreementOnFile: boolean;
}

export interface FalDecision {
  readonly fal: 0 | 1 | 2;
  readonly reasons: readonly Reason[];
}

/** FAL1 or FAL2. Never FAL3: no authenticator is bound at the agency or named in the assertion here. */
export function decideFal(facts: FederationFacts): FalDecision {
  const say = (ok: boolean, yes: string, no: string): Reason => (ok ? met('C1', yes) : unmet('C1', no));
  const base = [
    say(facts.signed, 'signed', 'not-signed'),
    say(facts.audiences >= 1, 'audience-restricted', 'for-any-audience'),
  ];
  const more = [
    say(facts.audiences === 1, 'single-audience', 'not-a-single-audience'),
    say(facts.startedBy === 'agency', 'started-by-agency', 'not-started-by-agency'),
    say(facts.injectionProtected, 'injection-protected', 'not-injection-protected'),
    say(facts.nonce, 'nonce', 'no-nonce'),
    say(facts.agreementOnFile, 'agreement-on-file', 'no-agreement-on-file'),
  ];
  const all = (reasons: readonly Reason[]) => reasons.every(({ ok }) => ok);
  const fal = all(base) ? (all(more) ? 2 : 1) : 0;
  return { fal, reasons: [...base, ...more] };
}
