import type { PersonId, Tx } from '../../../kernel/index.ts';

/** What a person can sign in with. */
export interface Authenticators {
  /** Present and not off after too many failures (B4); likewise `totp` and the codes. */
  readonly password: boolean;
  readonly totp: boolean;
  readonly passkeys: readonly PasskeyView[];
  readonly phones: readonly PhoneView[];
  readonly recoveryCodesLeft: number;
  /**
   * The account has (or had, before too many failures) what AAL2 takes. Only an unfinished one is finished with a
   * password and the mailbox: otherwise a hundred wrong codes would open that door (B5, B15).
   */
  readonly finished: boolean;
}

export interface PasskeyView {
  readonly id: string; // credential id, base64url
  /** Names it in a path: a short hash of the id, which can be long. */
  readonly ref: string;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
  readonly userVerified: boolean; // at registration or at any use since (B10)
  readonly synced: boolean; // backup eligible
  readonly opensVault: boolean;
  /** How browsers reach it: `internal`, `hybrid`, `usb`, `nfc`, `ble`. */
  readonly transports: readonly string[];
  /** Which make it says it is; zeros where it does not say. Shown, never judged by (B10). */
  readonly aaguid: string;
}

/** A phone that gets codes. Restricted (B6): it counts beside a password and is never offered alone. */
export interface PhoneView {
  readonly id: string; // of the binding: another number is another one
  readonly masked: string; // `••• ••• 0123` (T2)
  readonly kind: 'text' | 'voice';
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
  readonly on: boolean; // not off after too many failures (B4)
  /** In which ways a code gets there: a phone bound for texts is called too, where this deployment makes calls. */
  readonly ways: readonly ('text' | 'voice')[];
}

/** Everything a person can sign in with; in `tx`, as that transaction sees it. */
export type AuthenticatorsOf = (person: PersonId, tx?: Tx) => Promise<Authenticators>;
