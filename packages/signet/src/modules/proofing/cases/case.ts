import type { CaseId, PersonId, Redacted } from '../../../kernel/index.ts';
import type { NotAnswered, OfficeName } from '../../records/index.ts';
import type { Decision, ReasonCode, Required, Stage } from '../flow/index.ts';
import type { SeenFrom } from '../scoreboard/index.ts';
import type { CaseContents } from './case-contents.ts';

export interface CaseRow {
  readonly id: CaseId;
  /** The person who proves who they are; in a case that recovers an account, a name made up for that alone. */
  readonly person: PersonId;
  /** The account that it recovers. */
  readonly account?: PersonId;
  /** Until when the account may be claimed. */
  readonly claimBy?: Date;
  readonly version: number;
  readonly stage: Stage;
  readonly required: Required;
  readonly decision?: Decision;
  readonly waived: readonly ReasonCode[];
  readonly agent?: string;
  readonly consent?: { readonly version: string; readonly at: Date };
  readonly submittedAt?: Date;
  readonly unanswered: number;
  /** The office whose answer it waits for, and why there was none. */
  readonly waits?: { readonly office: OfficeName; readonly why: NotAnswered['why'] };
  readonly dueAt?: Date;
  readonly deleteAt?: Date;
  readonly startedAt: Date;
  /** Since when the step under way is: how long steps take is counted (A25). */
  readonly stepSince: Date;
  /** In which language and on what kind of device it was begun, where that is known. */
  readonly seenFrom?: SeenFrom;
  readonly touchedAt: Date;
}

/** A case whose evidence is still there. */
export interface LiveCase extends CaseRow {
  readonly contents: CaseContents;
  /** Random, 256 bits; seals the contents and the images. Exists only wrapped by the KMS, until the case ends. */
  readonly key: Redacted<string>;
}

/** A case of which only codes and times are left. */
interface EmptiedCase extends CaseRow {
  readonly contents?: undefined;
  readonly key?: undefined;
}

export type StoredCase = LiveCase | EmptiedCase;

/** Withdrawn or abandoned: to its person there is no case any more. */
export const isGone = (stored: StoredCase): boolean => stored.stage === 'ended' && !stored.decision;

/** This case recovers an account, and has not done so yet. */
export const recovers = ({ account, person }: StoredCase): boolean =>
  account !== undefined && account !== person;

/** The person whom a case concerns: they are told, and the audit log names them. */
export const ownerOf = ({ account, person }: Pick<CaseRow, 'person' | 'account'>): PersonId =>
  account ?? person;
