/** An answer of a browser that was no good, for the log: what was asked of it, and why it was refused. */
export interface RefusedPasskey {
  readonly during: 'registration' | 'sign-in';
  /** In technical words, without anything about a person. */
  readonly reason: string;
  /** Of the request, where it has one. */
  readonly reference?: string | undefined;
}

/** The operator learns why: a wrong origin or RP ID is a setting, or an attack. The person is not told. */
export type OnPasskeyRefused = (refused: RefusedPasskey) => void;

/** The part of the KMS that keeps what people call their passkeys. */
export interface PasskeyNameKeys {
  wrap(key: 'contact', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'contact', wrapped: Uint8Array, context: string): Promise<Buffer>;
}
