import type { PersonId, Redacted, Result } from '../../../kernel/index.ts';
import type { PasskeyView } from '../authenticators/index.ts';
import type { NotNow, Presence, Source } from '../session/index.ts';
import type { AnswerAlong } from '../sign-in/index.ts';
import type {
  EnrollPasskeyError,
  RenamePasskeyError,
  SignInWithPasskeyError,
  TooManyPasskeys,
} from './outcomes.ts';
import type {
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  PasskeyRequestResponse,
  PasskeyResponse,
} from './passkey-json.ts';

export interface NamedPasskey extends PasskeyView {
  /** As its owner calls it. */
  readonly name?: string;
  /** What it says it is, such as "YubiKey 5 Series": a trade name, in no language. */
  readonly model?: string;
  readonly kind: 'device' | 'security-key';
}

/** What passkey providers may be told so that they offer what works and nothing else (WebAuthn Level 3, section 5.1.10). */
export interface PasskeySignals {
  readonly rpId: string;
  readonly userId: string; // the user handle, base64url
  readonly credentialIds: readonly string[];
  readonly name: Redacted<string>;
}

export interface PasskeyRequest {
  readonly options: PasskeyRequestOptions;
  readonly pending: Readonly<Record<string, unknown>>;
}

/** What was registered. */
export interface EnrolledPasskey {
  readonly presence: Presence;
  readonly opensVault: boolean;
  /**
   * Present when the browser should at once ask the new passkey for its PRF output (most give none while registering):
   * send the answer to `signIn`.
   */
  readonly prfOptions?: PasskeyRequestOptions;
}

/** A fingerprint, a face or a key that one plugs in (WebAuthn). */
export interface Passkey {
  creationOptions(
    presence: Presence,
    wanted?: { readonly kind?: 'securityKey' | undefined },
  ): Promise<
    Result<
      { readonly presence: Presence; readonly options: PasskeyCreationOptions },
      NotNow | TooManyPasskeys
    >
  >;
  enroll(
    presence: Presence,
    input: PasskeyResponse & {
      /** What to call it until its owner does, where it does not say what it is. */
      readonly name?: string | undefined;
    },
  ): Promise<Result<EnrolledPasskey, EnrollPasskeyError>>;
  /** For the button and for autofill; no address is asked for, and the answer is the same for everyone. */
  requestOptions(
    presence: Presence,
    wanted?: { readonly deviceBound?: boolean },
  ): Promise<{ readonly presence: Presence; readonly options: PasskeyRequestOptions }>;
  /** The same for callers that write the session themselves: `pending` is what it has to remember of it. */
  request(presence: Presence | undefined, kind?: { readonly deviceBound?: boolean }): Promise<PasskeyRequest>;
  /** Signs in, adds a second factor to a session of the same person, or lends a new passkey its PRF way in. */
  signIn(
    presence: Presence,
    input: PasskeyRequestResponse & {
      readonly source: Source;
      /** Only a passkey of this person will do: nobody confirms something as somebody else. */
      readonly only?: PersonId | undefined;
      /** What is answered with it, if the person lacks nothing then. */
      readonly along?: AnswerAlong | undefined;
    },
  ): Promise<Result<{ readonly presence: Presence; readonly opensVault: boolean }, SignInWithPasskeyError>>;

  /** A person's, with their names. */
  list(person: PersonId): Promise<readonly NamedPasskey[]>;
  /** Undefined for a person who never had a passkey. */
  signals(person: PersonId): Promise<PasskeySignals | undefined>;
  /** At most 60 characters; an empty name takes the old one away. */
  rename(
    presence: Presence,
    input: { readonly ref: string; readonly name: string },
  ): Promise<Result<void, RenamePasskeyError>>;
}
