import type { DisavowableKind } from './disavowable.ts';

/** Messages to who cannot sign in, and to whoever else may read the account's mail meanwhile (B14-B16). */
export interface RecoveryNotices {
  /** Six digits, or a link, and who should not get them. */
  readonly 'recovery-code': { readonly code: string; readonly minutes: number; readonly link: string };
  /** Someone cannot sign in to an account that this address does not have. */
  readonly 'recovery-no-account': { readonly link: string };
  /** The emailed code came back: somebody who reads a mailbox of the account is on the way in. */
  readonly 'recovery-started': { readonly at: Date };
  readonly 'recovery-succeeded': { readonly at: Date };
  /** "This was not me" was pressed, and what was undone. */
  readonly disavowed: { readonly kind: DisavowableKind; readonly at: Date };
  /** An agent looked at an account that somebody had locked by "this was not me". */
  readonly 'account-reopened': { readonly at: Date };
  /** Its person, signed in, takes back that nobody may get back in by mail for a while. */
  readonly 'recovery-allowed-again': { readonly at: Date };
  /** To the contact address of a case: confirms that it is read. */
  readonly 'recovery-contact-code': { readonly code: string; readonly minutes: number };
  /** To the contact address: what to keep and where to look. */
  readonly 'recovery-case-opened': { readonly reference: string; readonly link: string };
  /** To every address on file: an agent said yes, and until when that can be stopped. */
  readonly 'recovery-waiting': { readonly at: Date; readonly until: Date };
  /** To the contact address: the same, and nothing about the account. */
  readonly 'recovery-case-approved': { readonly reference: string; readonly until: Date };
  readonly 'recovery-case-refused': { readonly reference: string; readonly link: string };
  readonly 'recovery-case-canceled': { readonly reference: string; readonly link: string };
  /** To the contact address, once the waiting is over. */
  readonly 'recovery-case-link': { readonly link: string; readonly hours: number };
}

export interface RecoveryTexts {
  readonly 'recovery-started': { readonly at: Date };
  readonly 'recovery-succeeded': { readonly at: Date };
  readonly 'recovery-waiting': { readonly at: Date; readonly until: Date };
}
