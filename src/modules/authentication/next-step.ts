import type { Session } from './session.ts';

/** What a person can sign in with. */
export interface Authenticators {
  readonly password: boolean;
  readonly totp: boolean;
  readonly passkeys: readonly PasskeyView[];
  readonly recoveryCodesLeft: number;
}

export interface PasskeyView {
  readonly id: string; // credential id, base64url
  readonly label: string;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
  readonly synced: boolean; // backup eligible
  readonly opensVault: boolean;
}

/** Where the person stands between arriving and being signed in. */
export type NextStep =
  /** Nobody yet: the page to sign in or create an account. */
  | { readonly step: 'sign-in' }
  /** A code was mailed: type it, or open the link. */
  | { readonly step: 'confirm-email' }
  /** The address is confirmed and there is no account yet: choose a password or a passkey. */
  | { readonly step: 'first-authenticator' }
  /** The account is unfinished: it has too little for AAL2. `choices` are what may be added. */
  | { readonly step: 'second-authenticator'; readonly choices: readonly ('totp' | 'passkey' | 'password')[] }
  /** Signed in with one factor: one of these is due. */
  | {
      readonly step: 'second-factor';
      readonly choices: readonly ('totp' | 'passkey' | 'password' | 'recovery-code')[];
    }
  /** Signed in, and no recovery codes were ever issued or none are left. */
  | { readonly step: 'recovery-codes' }
  | { readonly step: 'done' };

export type DecideNextStep = (session: Session, has: Authenticators | undefined) => NextStep;
