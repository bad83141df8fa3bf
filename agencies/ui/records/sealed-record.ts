import { CompactEncrypt, compactDecrypt } from 'jose';
import type { z } from 'zod';

/** An agency's two keys for its records. They live in its data folder, not in its database. */
export interface RecordKeys {
  /** For what rows are found by: without it, a list of all numbers or names does not lead to the rows. */
  readonly index: Uint8Array;
  readonly seal: Uint8Array;
}

const HEADER = { alg: 'dir', enc: 'A256GCM' } as const;

/** Seals what a row says about a person, and binds it to that row (`row` names it) so that two cannot be swapped. */
export function sealRecord(keys: RecordKeys, row: string, contents: unknown): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(contents)))
    .setProtectedHeader({ ...HEADER, kid: row })
    .encrypt(keys.seal);
}

/** Throws when the row was tampered with or sealed under another key: that is a fault, not an outcome. */
export async function openRecord<T>(
  keys: RecordKeys,
  row: string,
  sealed: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, keys.seal, {
    keyManagementAlgorithms: [HEADER.alg],
    contentEncryptionAlgorithms: [HEADER.enc],
  });
  if (protectedHeader.kid !== row) throw new Error('a sealed row holds another row');
  return schema.parse(JSON.parse(new TextDecoder().decode(plaintext)));
}
