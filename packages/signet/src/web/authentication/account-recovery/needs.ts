import type { PersonId } from '../../../kernel/index.ts';
import type { Agencies } from '../../../modules/agencies/index.ts';
import type { AccountRecovery, Authentication } from '../../../modules/authentication/index.ts';

/** What the pages of recovery are made from. */
export interface RecoveryPagesNeeds {
  readonly authentication: Authentication;
  readonly recovery: AccountRecovery;
  readonly agencies: Pick<Agencies, 'find'>;
  /** Hours between an agent's yes and the link. */
  readonly waitHours: number;
  /** Whether there is verified data that a vault may keep locked. */
  readonly isProven: (person: PersonId) => Promise<boolean>;
}
