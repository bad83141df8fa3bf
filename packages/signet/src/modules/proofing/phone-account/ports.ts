import type { CaseId, PersonId, Redacted, Tx } from '../../../kernel/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { NumberProfile, PhoneNumber } from '../../records/index.ts';
import type { Cases } from '../cases/index.ts';
import type { PhoneSettings } from './settings.ts';

export interface SentText {
  readonly person: PersonId;
  readonly at: Date;
}

/** Whether somebody has a phone, as one that gets their codes: they once typed one that came to it. */
export type HasPhone = (tx: Tx, person: PersonId, number: Redacted<PhoneNumber>) => Promise<boolean>;

/** What the carrier says of a number, where it answers in time. */
export type LineTypeOf = (
  number: Redacted<PhoneNumber>,
) => Promise<'mobile' | 'landline' | 'voip' | undefined>;

/** Counts texts sent and codes mistyped, for a day. */
export interface PhoneCodeStore {
  add(
    tx: Tx,
    of: { readonly person: PersonId; readonly id: CaseId },
    event: { readonly kind: 'sent' | 'wrong'; readonly number: Redacted<PhoneNumber>; readonly at: Date },
  ): Promise<void>;
  /** When, oldest first: of one person, whatever the number. */
  since(tx: Tx, kind: 'sent' | 'wrong', person: PersonId, since: Date): Promise<readonly Date[]>;
  /** Until the transaction ends, others who have this number texted wait: a count that two read at once lets both pass. */
  holdNumber(tx: Tx, number: Redacted<PhoneNumber>): Promise<void>;
  /** The texts to one number, whoever asked for them, oldest first. */
  sentTo(tx: Tx, number: Redacted<PhoneNumber>, since: Date): Promise<readonly SentText[]>;
  removeBefore(before: Date): Promise<void>;
  erase(tx: Tx, person: PersonId): Promise<void>;
}

/** Texts a code, or forgets it when it could not be delivered by `until`. */
export type TextCode = (
  tx: Tx,
  person: PersonId,
  text: {
    readonly to: Redacted<PhoneNumber>;
    readonly code: Redacted<string>;
    readonly minutes: number;
    readonly until: Date;
  },
) => Promise<void>;

export interface PhoneNeeds {
  readonly cases: Pick<Cases, 'change' | 'record'>;
  readonly codes: Pick<PhoneCodeStore, 'add' | 'holdNumber' | 'sentTo' | 'since'>;
  readonly hasPhone: HasPhone;
  readonly lineTypeOf: LineTypeOf;
  readonly quotas: Quotas;
  readonly textCode: TextCode;
  readonly profile: NumberProfile;
  readonly settings: PhoneSettings;
}
