import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Kms, openLocalKms } from '../../src/platform/kms/index.ts';

/** A local KMS with a key file of its own, in the machine's folder for temporary files. */
export async function testKms(): Promise<Kms> {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-kms-'));
  return openLocalKms(path.join(dir, 'kms.json'));
}
