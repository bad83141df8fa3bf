import type { PersonId } from '../../../kernel/index.ts';
import type { Authentication } from '../../../modules/authentication/index.ts';
import type { Recovery } from '../../../modules/recovery/index.ts';

/** What the pages of recovery are made from. */
export interface RecoveryPagesDeps {
  readonly authentication: Authentication;
  readonly recovery: Recovery;
  /** Hours between an agent's yes and the link. */
  readonly waitHours: number;
  /** Whether there is verified data that a vault may keep locked. */
  readonly isProven: (person: PersonId) => Promise<boolean>;
}
