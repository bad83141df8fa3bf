import type { Redacted } from '../../../kernel/index.ts';

/** The part of the KMS that passwords use. */
export interface PasswordKeys {
  mac(key: 'password-pepper', data: Uint8Array): Promise<Buffer>;
  isMac(key: 'password-pepper', data: Uint8Array, kept: Uint8Array): Promise<boolean>;
}

/** B3: passwords that appeared in known leaks, as the operator supplied them. Asked on this machine, told to nobody. */
export interface LeakedPasswords {
  has(password: Redacted<string>): Promise<boolean>;
}
