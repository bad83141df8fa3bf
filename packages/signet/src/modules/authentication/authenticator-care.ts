import type { PersonId, Redacted, Result } from '../../kernel/index.ts';
import type { RemoveAuthenticatorError, RenamePasskeyError } from './outcomes.ts';
import type { AuthenticatorRef, Removal } from './removal/removal.ts';
import type { Presence } from './session/session.ts';
import type { PasskeyView } from './sign-in/next-step.ts';

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

/** What a signed-in person does with the authenticators that they have. */
export interface AuthenticatorCare {
  passkeys(person: PersonId): Promise<readonly NamedPasskey[]>;
  /** Undefined for who never had a passkey. */
  passkeySignals(person: PersonId): Promise<PasskeySignals | undefined>;
  /** At most 60 characters; an empty name takes the old one away. */
  renamePasskey(
    presence: Presence,
    input: { readonly ref: string; readonly name: string },
  ): Promise<Result<void, RenamePasskeyError>>;
  /** What removing it would mean, to say before it is done. Undefined: there is no such authenticator. */
  removalOf(person: PersonId, which: AuthenticatorRef): Promise<Removal | undefined>;
  /**
   * Takes an authenticator away, its way into the vault with it, and ends other sessions in which one of its kind was
   * used. Refuses the last combination that reaches AAL2.
   */
  removeAuthenticator(
    presence: Presence,
    which: AuthenticatorRef,
  ): Promise<Result<Presence, RemoveAuthenticatorError>>;
}
