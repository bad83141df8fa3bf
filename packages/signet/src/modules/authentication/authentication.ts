import type { PersonId, Redacted, Result } from '../../kernel/index.ts';
import type { Language } from '../notices/index.ts';
import type { Recovering } from './account-recovery/recovering.ts';
import type { Undoing } from './account-recovery/undoing.ts';
import type { AuthenticatorCare } from './authenticator-care.ts';
import type { ContactChanges } from './email/contact-changes.ts';
import type {
  ConfirmEmailError,
  EmailLinkError,
  EnrollPasskeyError,
  EnrollTotpError,
  IssueRecoveryCodesError,
  NotNow,
  SetPasswordError,
  SignInWithPasskeyError,
  SignInWithPasswordError,
  StartSignUpError,
  TooManyAttempts,
  UseRecoveryCodeError,
  VerifyTotpError,
} from './outcomes.ts';
import type {
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  PasskeyRequestResponse,
  PasskeyResponse,
} from './passkey/passkey-json.ts';
import type { PhoneSignIn } from './phone/phone-sign-in.ts';
import type { Source } from './session/circumstances.ts';
import type { Presence, Sessions } from './session/session.ts';
import type { SignedInDevices } from './session/signed-in-devices.ts';
import type { Authenticators, NextStep } from './sign-in/next-step.ts';

/** The agency that the person is on the way to, by its name: the mail says it, against who relays a code. */
export interface OnTheWay {
  readonly agency?: string | undefined;
}

export interface PasskeyRequest {
  readonly options: PasskeyRequestOptions;
  readonly pending: Readonly<Record<string, unknown>>;
}

/**
 * Everything between arriving and being signed in. Each call takes the request's `Presence` and, where it
 * succeeds, gives the one to answer with: set its cookie when it changed, then go where `nextStep` says.
 * A page that shows a person's data asks for `session.aal >= 2`.
 */
export interface Authentication extends ContactChanges, AuthenticatorCare, PhoneSignIn, SignedInDevices {
  readonly sessions: Sessions;
  /** For who cannot sign in (modules/recovery). */
  readonly recovering: Recovering;
  /** "This was not me" (modules/recovery). */
  readonly undoing: Undoing;

  /** `since`: an agency asks for an authentication no older than that. */
  nextStep(presence: Presence, since?: Date): Promise<NextStep>;
  authenticators(person: PersonId): Promise<Authenticators>;

  /** Mails a code and a link; an address that has an account gets another mail, and the same answer (A22). */
  startSignUp(
    presence: Presence,
    input: { readonly email: string; readonly language: Language; readonly source: Source } & OnTheWay,
  ): Promise<Result<Presence, StartSignUpError>>;
  /** A new code to the same address; wrong codes so far still count. */
  resendEmailCode(
    presence: Presence,
    input: { readonly source: Source } & OnTheWay,
  ): Promise<Result<Presence, TooManyAttempts | NotNow>>;
  /** The address the code went to, to show on the page; undefined when none is under way. */
  emailUnderWay(presence: Presence): Redacted<string> | undefined;
  confirmEmail(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, ConfirmEmailError>>;
  /**
   * On the POST of the page that the link opens (mail scanners follow links, they press nothing). Works in any
   * browser: the one where the link was opened goes on, since it is the one whose owner reads that mailbox.
   */
  confirmEmailByLink(
    presence: Presence,
    input: { readonly token: string },
  ): Promise<Result<Presence, EmailLinkError>>;

  /** First authenticator of a new account, or (at AAL2) a first or a new password. */
  setPassword(
    presence: Presence,
    input: { readonly password: Redacted<string> },
  ): Promise<Result<Presence, SetPasswordError>>;
  signInWithPassword(
    presence: Presence,
    input: { readonly email: string; readonly password: Redacted<string>; readonly source: Source },
  ): Promise<Result<Presence, SignInWithPasswordError>>;

  /** A key for an authenticator app, kept in the session until a code confirms it. Repeating it shows the same key. */
  startTotp(
    presence: Presence,
  ): Promise<Result<{ readonly presence: Presence; readonly offer: TotpOffer }, NotNow>>;
  confirmTotp(
    presence: Presence,
    input: { readonly code: string },
  ): Promise<Result<Presence, EnrollTotpError>>;
  verifyTotp(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, VerifyTotpError>>;

  passkeyCreationOptions(
    presence: Presence,
    wanted?: { readonly kind?: 'securityKey' | undefined },
  ): Promise<Result<{ readonly presence: Presence; readonly options: PasskeyCreationOptions }, NotNow>>;
  /**
   * Registers the passkey. `prfOptions` is present when the browser should at once ask the new passkey for its PRF
   * output (most give none while registering): send the answer to `signInWithPasskey`.
   */
  enrollPasskey(
    presence: Presence,
    input: PasskeyResponse & {
      /** What to call it until its owner does, where it does not say what it is. */
      readonly name?: string | undefined;
    },
  ): Promise<
    Result<
      {
        readonly presence: Presence;
        readonly opensVault: boolean;
        readonly prfOptions?: PasskeyRequestOptions;
      },
      EnrollPasskeyError
    >
  >;
  /** For the button and for autofill; no address is asked for, and the answer is the same for everyone. */
  passkeyRequestOptions(
    presence: Presence,
    wanted?: { readonly deviceBound?: boolean },
  ): Promise<{ readonly presence: Presence; readonly options: PasskeyRequestOptions }>;
  /** The same for whoever writes the session themselves: `pending` is what it has to remember of it. */
  passkeyRequest(
    presence: Presence | undefined,
    kind?: { readonly deviceBound?: boolean },
  ): Promise<PasskeyRequest>;
  /** Signs in, adds a second factor to a session of the same person, or lends a new passkey its PRF way in. */
  signInWithPasskey(
    presence: Presence,
    input: PasskeyRequestResponse & {
      readonly source: Source;
      /** Only a passkey of this person will do: nobody confirms something as somebody else. */
      readonly only?: PersonId | undefined;
    },
  ): Promise<Result<{ readonly presence: Presence; readonly opensVault: boolean }, SignInWithPasskeyError>>;

  /** Ten codes, shown once; earlier ones stop working (B14). `openVault` tells whether each opens the vault. */
  issueRecoveryCodes(presence: Presence): Promise<
    Result<
      {
        readonly presence: Presence;
        readonly codes: readonly Redacted<string>[];
        readonly openVault: boolean;
      },
      IssueRecoveryCodesError
    >
  >;
  /**
   * In the place of a second factor, after the password (B15: a recovery code and a bound single factor); or by
   * somebody signed in, to open the vault.
   */
  useRecoveryCode(
    presence: Presence,
    input: { readonly code: string; readonly source: Source },
  ): Promise<Result<Presence, UseRecoveryCodeError>>;

  signOut(presence: Presence): Promise<void>;

  /** The job that forgets what is over: sessions, codes, counts. Every few minutes is often enough. */
  removeExpired(): Promise<void>;
}

export interface TotpOffer {
  /** `otpauth://totp/…`, for the QR code and for a link on a phone. */
  readonly uri: Redacted<string>;
  /** The same key to type, in groups of four. */
  readonly key: Redacted<string>;
}
