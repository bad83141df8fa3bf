import type { Agency, AttributeName } from '../agencies/index.ts';
import type { AskedLevels } from '../assurance/index.ts';

/** What an agency asks of one sign-in, whatever protocol it asks by. */
export interface AuthorizationRequest {
  readonly uid: string;
  readonly agency: Agency;
  readonly scope: string;
  /** The attributes it asks for, never more than the agreement with it allows (C1). */
  readonly items: readonly AttributeName[];
  readonly levels: AskedLevels;
  readonly maxAgeSeconds?: number;
  readonly freshSignIn: boolean; // prompt=login
  readonly askConsentAgain: boolean; // prompt=consent
  readonly startedAt: Date;
  readonly redirectOrigin: string; // allowed in this page's form-action
  readonly redirectUri: string;
  readonly uiLocales: readonly string[];
  /** The agency asks about this subject and nobody else: its pairwise identifier. */
  readonly subject?: string;
}
