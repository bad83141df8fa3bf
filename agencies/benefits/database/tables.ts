import type { ColumnType } from 'kysely';

export interface ApplicantTable {
  /** An index of what Signet calls them here. */
  readonly applicant: Buffer;
  /** What they said of their service, encrypted. */
  readonly sealed: string;
}

export interface ClaimTable {
  readonly number: string;
  readonly applicant: Buffer;
  /** Of the form that filed it: pressed twice, it is one claim. */
  readonly form_key: string;
  readonly received_at: Date;
  readonly withdrawn_at: ColumnType<Date | null, undefined, Date>;
  /** Who, what for and on which facts, encrypted. */
  readonly sealed: string;
}

export interface BenefitsTables {
  readonly applicants: ApplicantTable;
  readonly claims: ClaimTable;
}
