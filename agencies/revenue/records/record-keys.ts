import { createHmac } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { z } from 'zod';
import type { CustomerFileNumber, Taxpayer } from './taxpayer.ts';

const HEADER = { alg: 'dir', enc: 'A256GCM' } as const;

const detailsSchema = z.object({
  ssnLastFour: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string(),
  address: z.object({ street: z.string(), city: z.string(), state: z.string(), postalCode: z.string() }),
});

/** The department's two keys for its master file. They live in its data folder, not in its database. */
export interface RecordKeys {
  readonly index: Uint8Array;
  readonly seal: Uint8Array;
}

/** What a record is found by: without the key, a list of all numbers does not lead to the rows. */
export const ssnIndex = (keys: RecordKeys, ssn: string): Buffer =>
  createHmac('sha256', keys.index).update(ssn.replaceAll(/\D/g, '')).digest();

/** Seals who a row is about, and binds it to that row so that two rows cannot be swapped. */
export function sealTaxpayer(keys: RecordKeys, taxpayer: Taxpayer): Promise<string> {
  const { customerFileNumber, ...details } = taxpayer;
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(details)))
    .setProtectedHeader({ ...HEADER, kid: customerFileNumber })
    .encrypt(keys.seal);
}

/** Throws when the row was tampered with or sealed under another key: that is a fault, not an outcome. */
export async function openTaxpayer(
  keys: RecordKeys,
  customerFileNumber: CustomerFileNumber,
  sealed: string,
): Promise<Taxpayer> {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, keys.seal, {
    keyManagementAlgorithms: [HEADER.alg],
    contentEncryptionAlgorithms: [HEADER.enc],
  });
  if (protectedHeader.kid !== customerFileNumber) throw new Error('a master file row holds another row');
  return { customerFileNumber, ...detailsSchema.parse(JSON.parse(new TextDecoder().decode(plaintext))) };
}
