import { argon2, createHash } from 'node:crypto';
import { promisify } from 'node:util';

const run = promisify(argon2);

/**
 * Argon2id with RFC 9106's second recommended memory and passes, before the KMS's HMAC, for what can be guessed: a guess
 * costs a tenth of a second of a core even for somebody who holds the table and the key. Equal messages meet where
 * their `purpose` is the same, which is the salt.
 */
export function stretch(message: string, purpose: string): Promise<Buffer> {
  const nonce = createHash('sha256').update(purpose).digest();
  const cost = { parallelism: 1, tagLength: 32, memory: 65_536, passes: 3 };
  return run('argon2id', { message: Buffer.from(message), nonce, ...cost });
}
