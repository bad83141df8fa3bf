import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Kms, openLocalKms } from '../../../packages/signet/src/platform/kms/index.ts';

/** A local KMS with keys of its own; its file is read once and goes at once. */
export async function testKms(): Promise<Kms> {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-kms-'));
  try {
    return await openLocalKms(path.join(dir, 'kms.json'));
  } finally {
    await rm(dir, { recursive: true });
  }
}
