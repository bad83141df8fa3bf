export { createPassword } from './create-password.ts';
export type { JudgePassword } from './judge-password.ts';
export { openLeakedPasswords } from './leaked-passwords.ts';
export type * from './outcomes.ts';
export type { Password } from './password.ts';
export { passwordLength } from './password-rules.ts';
export type { LeakedPasswords, PasswordKeys } from './ports.ts';
export { postgresPasswords } from './postgres-passwords.ts';
