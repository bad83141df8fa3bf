import type { AuditLog } from '../audit/index.ts';
import type { AnswerNeeds } from './answer-request.ts';
import type { ConnectionNeeds } from './connections.ts';
import type { OidcNeeds } from './oidc/index.ts';
import type { ReleaseNeeds } from './release/index.ts';
import type { SignOutNeeds } from './sign-out/index.ts';
import type { StandingNeeds } from './standing.ts';

/** What the module stands on: each room says what it needs, and is handed that (`create-federation.ts`). */
export type FederationNeeds = Omit<OidcNeeds, 'acrValues' | 'connectedTo'> &
  ReleaseNeeds &
  Omit<SignOutNeeds, 'agencySessions'> &
  Omit<StandingNeeds, 'consents'> &
  Pick<ConnectionNeeds, 'accounts' | 'agencies'> &
  Pick<AnswerNeeds, 'levels'> & {
    readonly audit: Pick<AuditLog, 'record'>;
  };
