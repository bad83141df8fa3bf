import type { Clock, Transact } from '../../kernel/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Agencies } from '../agencies/index.ts';
import type { Levels } from '../assurance/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { Authentication, Sessions } from '../authentication/index.ts';
import type { Proofing } from '../proofing/index.ts';
import type { Vault } from '../vault/index.ts';
import type { LangOf, ProviderKeys, ProviderPages, RefusedRequest } from './oidc/index.ts';
import type { JobQueue } from './sign-out/index.ts';

/** What the whole module stands on; `create-federation.ts` gives each room just its part. */
export interface FederationDeps {
  readonly issuer: string;
  readonly agencies: Agencies;
  /** Agencies run beside Signet, on loopback: the sandbox, and nowhere else. */
  readonly agenciesOnLoopback: boolean;
  readonly kms: ProviderKeys;
  readonly jobs: JobQueue;
  readonly vault: Pick<Vault, 'read'>;
  readonly sessions: Sessions;
  readonly signOut: Authentication['session']['signOut'];
  /** Name of the cookie that opens a session. */
  readonly sessionCookie: string;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly transact: Transact;
  readonly clock: Clock;
  readonly levels: Levels;
  readonly pages: ProviderPages;
  readonly langOf: LangOf;
  readonly proofing: Pick<Proofing, 'identityOf'>;
  readonly accounts: Pick<Accounts, 'get' | 'withAddress'>;
  /** Hears of agencies that could not be told of a sign-out and of the provider's own faults; `what` names which. */
  readonly onFault: (error: unknown, what: string) => void;
  /** Hears why a request of an agency was refused, such as a client that failed to authenticate. */
  readonly onRefused: (refused: RefusedRequest) => void;
}
