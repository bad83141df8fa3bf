import type { Clock, PersonId, Transact, Tx } from '../../../kernel/index.ts';
import type { Agencies } from '../../agencies/index.ts';
import type { AuthorizationRequest } from '../authorization-request.ts';
import type { HttpPair } from '../http-pair.ts';
import type { EndedSession } from './artifacts/index.ts';
import type { AgencySid } from './back-channel.ts';
import type { ConnectedTo } from './connected-agencies.ts';
import type { Onward } from './going-on-here.ts';
import type { LangOf, ProviderKeys, ProviderPages, Refusal, Release } from './ports.ts';
import type { RefusedRequest } from './refused-requests.ts';
import type { BrowserSession } from './sign-out-here.ts';

/** What an agency is answered with. */
export interface Answer {
  readonly person: PersonId;
  readonly release: Release;
  /** The session of ours that it is answered from. */
  readonly sessionRef: string;
  readonly authenticatedAt: Date;
  readonly acr: string;
  readonly amr: readonly string[];
}

/** An answer to an agency that is ready to be written: until then nobody was answered. */
export interface PreparedAnswer {
  /** All that the database keeps of it. Throws AppError `request-over` where the request was answered before. */
  write(tx: Tx): Promise<void>;
  /** Once that is committed: where to send the browser. */
  onward(): Promise<Onward>;
}

/**
 * Where an answer leads the browser: to the agency at once, where the provider has nothing to ask on the way; or to the
 * provider, which goes on to the agency.
 */
export type Leads = 'to-agency' | 'to-provider';

/** OpenID Connect: the provider, and what it holds for agencies. */
export interface Oidc {
  owns(path: string): boolean;
  handle(pair: HttpPair): Promise<void>;
  /** The request of `/interaction/:uid`, or undefined when it expired or belongs to another browser. */
  requestOf(pair: HttpPair): Promise<AuthorizationRequest | undefined>;
  /** False where the agency asks about somebody else. */
  isAbout(request: AuthorizationRequest, person: PersonId): Promise<boolean>;
  /** Makes the grant that carries the release, up to what is written of it. */
  prepareAnswer(
    pair: HttpPair,
    request: AuthorizationRequest,
    answer: Answer,
    leads: Leads,
  ): Promise<PreparedAnswer>;
  /** Tells the agency no. Returns the path to send the browser to. */
  refuse(pair: HttpPair, error: Refusal): Promise<string>;
  readonly agencySessions: {
    endInBrowser(
      pair: HttpPair,
    ): Promise<{ readonly person: PersonId; readonly ended: readonly AgencySid[] } | undefined>;
    endOfPerson(tx: Tx, person: PersonId): Promise<readonly EndedSession[]>;
    endAtAgency(tx: Tx, person: PersonId, agency: string): Promise<readonly EndedSession[]>;
    endOfSessions(tx: Tx, refs: readonly string[]): Promise<readonly EndedSession[]>;
    tell(person: PersonId, ended: AgencySid): Promise<void>;
  };
  /** The cookies that it keeps in the browser. */
  readonly cookies: readonly string[];
  /** Deletes artifacts that have expired. */
  sweep(): Promise<void>;
}

export interface OidcNeeds extends BrowserSession {
  readonly issuer: string;
  readonly agencies: Agencies;
  /** Agencies run beside Signet, on loopback: the sandbox, and nowhere else. */
  readonly agenciesOnLoopback: boolean;
  readonly kms: ProviderKeys;
  readonly acrValues: readonly string[];
  readonly connectedTo: ConnectedTo;
  readonly transact: Transact;
  readonly clock: Clock;
  readonly pages: ProviderPages;
  readonly langOf: LangOf;
  readonly onFault: (error: unknown, what: string) => void;
  readonly onRefused: (refused: RefusedRequest) => void;
}
