import type { Kms } from '../../platform/kms/index.ts';
import type { Database } from '../../platform/postgres/index.ts';
import type { ProofingStores } from './case-store.ts';
import { postgresBlobs } from './postgres-blobs.ts';
import { postgresCases } from './postgres-cases.ts';
import { postgresFindings } from './postgres-findings.ts';
import { postgresPhoneCodes } from './postgres-phone-codes.ts';
import { postgresProven } from './postgres-proven.ts';
import { reassign } from './postgres-reassign.ts';
import { postgresReviews } from './postgres-reviews.ts';

/** Everything proofing keeps, in PostgreSQL; case keys are wrapped by the KMS. */
export const createPostgresProofingStores = (
  db: Database,
  kms: Pick<Kms, 'wrap' | 'unwrap' | 'mac'>,
): ProofingStores => ({
  cases: postgresCases(db, kms),
  blobs: postgresBlobs(db),
  findings: postgresFindings(db),
  proven: postgresProven(db),
  reviews: postgresReviews(db),
  phoneCodes: postgresPhoneCodes(db, kms),
  reassign,
});
