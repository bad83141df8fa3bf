import type { RecoveryNotices, RecoveryTexts } from './recovery-templates.ts';
import type { DeviceWords, PlaceWords } from './words/device-and-place.ts';

/** Things that authenticate, by the names people know them. */
export type AuthenticatorName = 'password' | 'totp' | 'passkey' | 'recovery-codes' | 'phone';

/** Every message there is and what its words need. Times are said in the zone of the service. */
export interface NoticeTemplates extends RecoveryNotices {
  /** Confirms an address: a code to type, or a link to open. */
  readonly 'email-code': {
    readonly code: string;
    readonly link: string;
    readonly minutes: number;
    /** The agency that the person is on the way to, by its name: whoever was sent here from elsewhere sees it. */
    readonly agency?: string | undefined;
  };
  /** Someone asked for an account with an address that has one: the same request, another mail. */
  readonly 'account-exists': { readonly link: string };
  /** Confirms another address of an account: a code to type where it was asked for, and no link. */
  readonly 'email-address-code': { readonly code: string; readonly minutes: number };
  /** Someone asked to add an address that another account has: the same request, another mail. */
  readonly 'email-address-in-use': Readonly<Record<never, never>>;
  /** B16: the account's addresses changed. `address` is masked. */
  readonly 'email-addresses-changed': {
    readonly change: 'added' | 'removed' | 'primary';
    readonly address: string;
    readonly at: Date;
  };
  /** An account was just finished: one message for all that a sign-up sets up (B13). */
  readonly 'account-ready': { readonly waysIn: readonly AuthenticatorName[]; readonly at: Date };
  /** B13, B16: a way to sign in was added or replaced. */
  readonly 'new-authenticator': {
    readonly authenticator: AuthenticatorName;
    /** It took the place of the one before, which no longer works. */
    readonly replaced?: true;
    readonly at: Date;
  };
  /** B16: a way to sign in was taken away. */
  readonly 'authenticator-removed': { readonly authenticator: AuthenticatorName; readonly at: Date };
  /** B4: too many failures in a row; disabled until it is set up again. */
  readonly 'authenticator-disabled': { readonly authenticator: AuthenticatorName; readonly at: Date };
  /** The SIM card or the carrier of a phone that gets codes changed: none is sent there for now (B6). */
  readonly 'phone-changed-hands': { readonly phone: string; readonly at: Date };
  readonly 'recovery-code-used': { readonly left: number; readonly at: Date };
  /** B16: a sign-in from a browser that this person did not use before, and what else was unusual. */
  readonly 'new-sign-in': {
    readonly device: DeviceWords;
    readonly place?: PlaceWords;
    readonly signals: readonly string[];
    readonly at: Date;
  };
  /** A session goes on in another country: its cookie may have been copied. */
  readonly 'session-elsewhere': {
    readonly device: DeviceWords;
    readonly place?: PlaceWords;
    readonly at: Date;
  };
  /** A14: proofing succeeded, and how to repudiate it. */
  readonly 'identity-verified': { readonly at: Date };
  /** B16: someone proved once more who they are, to get into the account again. */
  readonly 'identity-proven-again': { readonly at: Date };
  /** A case that waited was decided, or goes on with a person: nothing about the outcome in a mail. */
  readonly 'proofing-result': {
    readonly outcome: 'decided' | 'waits' | 'needs-person';
    readonly link: string;
    readonly reference?: string;
    /** How long a person may take at most; not said of the other outcomes. */
    readonly days?: number;
    /** It is to get an account back: there is no signing in to see it, and one browser that can finish it. */
    readonly recovers?: true;
    readonly at: Date;
  };
  /** Another letter was not mailed; an earlier one may still come. */
  readonly 'letter-not-mailed': { readonly link: string };
  /** A letter with a code is on its way: to nobody's surprise, and so that its owner can stop it. */
  readonly 'letter-sent': {
    readonly until: Date;
    readonly link: string;
    /** When it leaves. */
    readonly at: Date;
    readonly arrivesBy: Date;
  };
  /** Somebody took a copy of everything that is known of them. */
  readonly 'data-downloaded': { readonly at: Date };
  /** The account will be deleted; the link keeps it. */
  readonly 'deletion-asked': { readonly at: Date; readonly dueAt: Date; readonly keepLink: string };
  readonly 'deletion-soon': { readonly dueAt: Date; readonly keepLink: string };
  readonly 'account-kept': { readonly at: Date };
  /** The last message there is: where it can be checked that the erasure is in the log. */
  readonly 'account-erased': { readonly at: Date; readonly receiptLink: string };
}

export type TemplateName = keyof NoticeTemplates;

/** Every text message there is. */
export interface TextTemplates extends RecoveryTexts {
  /** The second factor of a sign-in. What for and from where, so that a phished person sees it is not for them. */
  readonly 'sign-in-code': SignInCode;
  /** The phone is to become a second factor. */
  readonly 'new-phone-code': NewPhoneCode;
  /** This number gets no codes any more: somebody took it off, or put another in its place. */
  readonly 'phone-removed': { readonly at: Date };
  /** Shows that the person holds the phone (A8, A9). */
  readonly 'phone-code': { readonly code: string; readonly minutes: number };
  /** A14: proofing succeeded, and how to repudiate it. */
  readonly 'identity-verified': { readonly at: Date };
}

export type TextName = keyof TextTemplates;

export interface SignInCode {
  readonly code: string;
  /** In the person's language; absent: to Signet itself. */
  readonly agency?: string | undefined;
  readonly from: AskedFromWords;
}

/** From where a code was asked for; what is not known is left out. */
export interface AskedFromWords {
  readonly device?: DeviceWords | undefined;
  readonly place?: PlaceWords | undefined;
}

export interface NewPhoneCode {
  readonly code: string;
  readonly from: AskedFromWords;
  readonly minutes: number;
}

/** Every telephone call there is. */
export interface CallTemplates {
  readonly 'sign-in-code': SignInCode;
  readonly 'new-phone-code': NewPhoneCode;
}

export type CallName = keyof CallTemplates;

/** Every letter there is; each carries a code. */
export interface LetterTemplates {
  /** Shows that the person gets mail at the address of their document (A8). */
  readonly 'mailed-code': { readonly until: Date; readonly link: string };
}

export type LetterName = keyof LetterTemplates;
