import type { AuditRef, Clock, PersonId, Redacted, Transact, Tx } from '../../kernel/index.ts';
import type { Agencies } from '../agencies/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { Authentication, AuthenticationEvent, Sessions } from '../authentication/index.ts';
import type { Vault } from '../vault/index.ts';
import type { Demand } from './need.ts';

/** The part of the KMS that federation uses. */
export interface KeyWrapper {
  wrap(key: 'federation', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'federation', wrapped: Uint8Array, context: string): Promise<Buffer>;
  mac(key: 'pairwise', data: Uint8Array): Promise<Buffer>;
}

/** The part of the job queue that federation uses. */
export interface JobQueue {
  enqueue(tx: Tx, name: string, data: Readonly<Record<string, string>>): Promise<void>;
}

/** A page that the provider shows by itself; `web` draws it. Each returns the HTML document. */
export interface ProviderPages {
  signOutQuestion(page: {
    lang: string;
    action: string;
    xsrf: string;
    agency?: string;
  }): string | Promise<string>;
  signedOut(page: { lang: string }): string | Promise<string>;
  error(page: { lang: string; code: string }): string | Promise<string>;
}

/** The person's proven facts as they lie in the vault; every release is cut from these. */
export interface Identity {
  readonly givenName: string;
  readonly middleName?: string;
  readonly familyName: string;
  readonly birthDate: string; // YYYY-MM-DD
  readonly address?: {
    readonly street: string;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  };
  readonly ssn?: string; // nine digits
}

/** How the identity behind a release was proven, for `verified_claims` (P7) and C8. No personal data. */
export interface ProvenHow {
  readonly ial: number;
  readonly verifiedAt: Date;
  readonly evidence: readonly Readonly<Record<string, unknown>>[];
}

/** `assurance`, which alone computes and names levels. */
export interface Levels {
  /** Undefined when none of the values is known: the request asks for something that does not exist here. */
  demandOf(acrValues: readonly string[]): Demand | undefined;
  acrOf(reached: { ial: number; aal: number; phishingResistant: boolean }, asked: readonly string[]): string;
  amrOf(events: readonly AuthenticationEvent[]): readonly string[];
  readonly fal: number;
  readonly supported: readonly string[];
  readonly trustFramework: string;
}

/** What federation asks about an account. */
export interface AccountFacts {
  readonly auditRef: AuditRef;
  /** The primary address. */
  readonly email: Redacted<string> | undefined;
}

export interface FederationDeps {
  readonly issuer: string;
  readonly agencies: Agencies;
  /** Agencies run beside Signet, on loopback: the sandbox, and nowhere else. */
  readonly agenciesOnLoopback: boolean;
  readonly kms: KeyWrapper;
  readonly jobs: JobQueue;
  readonly vault: Vault;
  readonly sessions: Sessions;
  readonly signOut: Authentication['signOut'];
  /** Name of the cookie that opens a session. */
  readonly sessionCookie: string;
  readonly audit: AuditLog;
  readonly transact: Transact;
  readonly clock: Clock;
  readonly levels: Levels;
  readonly pages: ProviderPages;
  readonly langOf: (request: { headers: Record<string, unknown>; url?: string | undefined }) => string;
  readonly provenOf: (person: PersonId) => Promise<ProvenHow | undefined>;
  readonly accountOf: (person: PersonId) => Promise<AccountFacts | undefined>;
  /** Hears of agencies that could not be told of a sign-out and of the provider's own faults; `what` names which. */
  readonly onFault: (error: unknown, what: string) => void;
}
