import type { Cents } from '../../amounts-and-dates/cents.ts';
import type { Day } from '../../amounts-and-dates/day.ts';

/** The notices that this department sends, by what they say. Words, and what to do, are in the locale. */
export const noticeKinds = [
  'balance-due',
  'refund-approved',
  'refund-offset',
  'return-adjusted',
  'return-rejected',
  'amended-return-received',
  'payment-returned',
  'plan-agreed',
  'plan-goes-on',
  'bank-account-changed',
  'professional-authorized',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Letters that a person asks for, to show to others. What they say is in `proof.ts`. */
export const proofKinds = ['balance-proof', 'filing-proof'] as const;
export type ProofKind = (typeof proofKinds)[number];

export const letterKinds = [...noticeKinds, ...proofKinds] as const;
export type LetterKind = (typeof letterKinds)[number];

export interface Letter {
  /** Names it in an address; says nothing about anybody. */
  readonly id: string;
  readonly kind: LetterKind;
  readonly taxYear?: number;
  readonly sentOn: Day;
  /** By when the person should act. */
  readonly dueOn?: Day;
  readonly amount?: Cents;
  readonly readAt?: Date;
}

/** What the department has to say to the person; what they asked for themselves is none. */
export interface Notice extends Letter {
  readonly kind: NoticeKind;
}

export const isNotice = (letter: Letter): letter is Notice =>
  noticeKinds.some((kind) => kind === letter.kind);
