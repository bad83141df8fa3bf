import { argon2, hkdfSync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { passwordCost, Redacted } from '../../../kernel/index.ts';
import { normalizedPassword } from './password-rules.ts';

const argon2Async = promisify(argon2);

export interface HashParameters {
  readonly salt: Buffer;
  readonly memoryKib: number;
  readonly passes: number;
}

export const newHashParameters = (): HashParameters => ({ salt: randomBytes(16), ...passwordCost });

/** Made when hashing cost less: it is made anew at the next sign-in, when the password is at hand. */
export const costsLessThanNow = ({ memoryKib, passes }: HashParameters): boolean =>
  memoryKib < passwordCost.memoryKib || passes < passwordCost.passes;

export interface DerivedPassword {
  readonly verifier: Buffer;
  readonly vaultSecret: Redacted<Uint8Array>;
}

/**
 * One Argon2id serves both ends: its output is split by HKDF (RFC 5869) into what the server compares and what opens
 * the vault, neither of which tells anything about the other. Runs on the thread pool.
 */
export async function derivePassword(
  password: Redacted<string>,
  { salt, memoryKib, passes }: HashParameters,
): Promise<DerivedPassword> {
  const output = await argon2Async('argon2id', {
    message: normalizedPassword(password.reveal()),
    nonce: salt,
    parallelism: 1,
    tagLength: 64,
    memory: memoryKib,
    passes,
  });
  const part = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', output, '', `signet password 1/${purpose}`, 32));
  return { verifier: part('verifier'), vaultSecret: new Redacted(part('vault')) };
}
