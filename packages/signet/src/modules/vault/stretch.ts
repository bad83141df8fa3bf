import { argon2, createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { guessableCost } from '../../kernel/index.ts';

const run = promisify(argon2);

/**
 * Argon2id before the KMS's HMAC, for what can be guessed. Equal messages meet where their `purpose` is the same, which
 * is the salt.
 */
export function stretch(message: string, purpose: string): Promise<Buffer> {
  const nonce = createHash('sha256').update(purpose).digest();
  const { memoryKib: memory, passes } = guessableCost;
  return run('argon2id', {
    message: Buffer.from(message),
    nonce,
    parallelism: 1,
    tagLength: 32,
    memory,
    passes,
  });
}
