import type { PersonId, Result, Tx } from '../../kernel/index.ts';
import type { Agency, AttributeName } from '../agencies/index.ts';
import type { Presence } from '../authentication/index.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { HttpPair } from './http-pair.ts';
import type { Need } from './need.ts';
import type { Leads, Onward, PreparedAnswer, Refusal } from './oidc/index.ts';
import type { Consent, ItemPreview } from './release/index.ts';
import type { EndEverywhere } from './sign-out/index.ts';
import type { KnownAhead } from './standing.ts';

export interface Federation {
  /** Paths that belong to the provider: send these requests to `handle` before anything else. */
  owns(path: string): boolean;
  handle(pair: HttpPair): Promise<void>;
  /** The request of `/interaction/:uid`, or undefined when it expired or belongs to another browser. */
  requestOf(pair: HttpPair): Promise<AuthorizationRequest | undefined>;
  need(request: AuthorizationRequest, presence: Presence | undefined): Promise<Need>;
  /** The moment since when the person must have authenticated for this request. Undefined: any time will do. */
  freshSince(request: AuthorizationRequest): Date | undefined;
  /** What the consent page shows; the vault must be open. */
  preview(request: AuthorizationRequest, presence: Presence): Promise<readonly ItemPreview[]>;
  /** Remembers what the person agreed to give. `items` beyond what was asked are ignored. */
  consent(request: AuthorizationRequest, presence: Presence, items: readonly AttributeName[]): Promise<void>;
  /**
   * Answers the agency when nothing is missing: makes the grant with its release. The value is where to send the
   * browser (303), the error what is missing, or that the request is over: it was answered already. `alongside` happens if and only if the agency is answered.
   */
  answer(
    pair: HttpPair,
    request: AuthorizationRequest,
    presence: Presence | undefined,
    leads: Leads,
    alongside: (tx: Tx) => Promise<void>,
  ): Promise<Result<Onward, Exclude<Need, 'nothing'> | 'over'>>;
  /**
   * The same, up to what is written of it: for a sign-in that answers the agency in its own transaction. `known`: what
   * `lookAhead` began to ask for this request.
   */
  prepareAnswer(
    pair: HttpPair,
    request: AuthorizationRequest,
    presence: Presence | undefined,
    leads: Leads,
    known?: KnownAhead,
  ): Promise<Result<PreparedAnswer, Exclude<Need, 'nothing'>>>;
  /** Asks now what the answer will depend on if `person` signs in: together with what the sign-in itself asks. */
  lookAhead(request: AuthorizationRequest, person: PersonId): KnownAhead;
  /** Tells the agency no. Returns where to send the browser. */
  refuse(pair: HttpPair, error: Refusal): Promise<string>;
  /** Agencies a person is connected to and what each may see. */
  connections(
    person: PersonId,
  ): Promise<readonly (Consent & Pick<Agency, 'name' | 'nameInSentence' | 'purpose'>)[]>;
  /**
   * Forgets the consent and revokes what that agency holds about the person (C4). It is told that its sessions are over,
   * and from then on nothing.
   */
  disconnect(person: PersonId, agency: string): Promise<void>;
  /**
   * Signs the browser's provider session out and tells every agency that was answered in it and that the person is still
   * connected to (back-channel). Returns cookies to clear.
   */
  signOut(pair: HttpPair): Promise<readonly string[]>;
  /** Suspension, "this was not me", the end of the account: everything at every agency ends, and each is told. */
  readonly everywhere: EndEverywhere;
  /** Job: takes away artifacts that have expired. */
  sweep(): Promise<void>;
}
