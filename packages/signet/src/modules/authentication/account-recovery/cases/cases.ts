import type { Language, Redacted, Result } from '../../../../kernel/index.ts';
import type { ConfirmEmailError, StartSignUpError } from '../../email/index.ts';
import type { TooManyAttempts } from '../../limits/index.ts';
import type { Presence } from '../../session/index.ts';

/**
 * `open` waits for an agent; `waiting` was approved and can be stopped by whoever reads the account's mail; `ready` has a
 * link in the contact's mailbox; the others are over.
 */
export type CaseState = 'open' | 'waiting' | 'ready' | 'used' | 'refused' | 'canceled';

/** What the contact sees of their case: nothing about the account. */
export interface CaseStatus {
  readonly reference: string;
  readonly state: CaseState;
  /** `waiting`: when it ends. */
  readonly dueAt?: Date;
}

/** What an agent sees in the list. `account`: how the audit log names the person; absent where there is no account. */
export interface OpenCase {
  readonly reference: string;
  readonly state: 'open' | 'waiting' | 'ready';
  readonly account?: string;
  readonly openedAt: Date;
  readonly dueAt?: Date;
}

export type SettleCaseError =
  | 'no-such-case'
  | 'already-settled'
  /** Approval: the address that was named has no account, or the account is not active. */
  | 'no-account'
  /** Approval: an agent says what they inspected. */
  | 'needs-evidence';

/** The agent who decides, by a pseudonym, and what they inspected: kind and issuer, such as `passport:united-states`. */
export interface CaseAgent {
  readonly ref: string;
  readonly saw?: string;
}

/**
 * Lost everything, the mailboxes too: a person looks (SP 800-63B-4 section 4.2.1.4 by an agent), then there is time for
 * the account's owner to stop it, then the contact gets a link that works once.
 */
export interface RecoveryCases {
  /** The account's address, as the claimant remembers it. The same answer whether there is such an account. */
  nameAccount(
    presence: Presence,
    input: { readonly email: string; readonly source: string },
  ): Promise<Result<Presence, { readonly code: 'not-an-address' } | TooManyAttempts>>;
  /** The account was named in this session, or its mailbox is read here. */
  isNamed(presence: Presence): boolean;
  /** Mails a code to the address where the claimant wants to be written to. */
  askContact(
    presence: Presence,
    input: { readonly email: string; readonly language: Language; readonly source: string },
  ): Promise<Result<Presence, StartSignUpError>>;
  contact(presence: Presence): Redacted<string> | undefined;
  /** The code from there opens the case. */
  open(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
  ): Promise<Result<Presence, ConfirmEmailError>>;
  /** The case that this session opened. */
  opened(presence: Presence): string | undefined;
  /** By the link that went to the contact. */
  status(token: string): Promise<CaseStatus | undefined>;
  /** Whether the one-time link still works; looking uses nothing up. */
  linkWorks(token: string): Promise<boolean>;
  /** The recovered session, in this browser. */
  useLink(presence: Presence, token: string): Promise<Result<Presence, 'link-ended'>>;
  /** For agents, oldest first. */
  list(): Promise<readonly OpenCase[]>;
  settle(
    reference: string,
    decision: 'approve' | 'refuse',
    agent: CaseAgent,
  ): Promise<Result<'settled', SettleCaseError>>;
  /** The job: sends the links of those whose waiting is over. May be repeated, killed and run twice at once. */
  sweep(): Promise<void>;
}
