import type { Kms } from '../../platform/kms/index.ts';
import type { Database } from '../../platform/postgres/index.ts';
import type { ProofingStores } from './cases/case-store.ts';
import { postgresBlobs } from './cases/postgres-blobs.ts';
import { postgresCases } from './cases/postgres-cases.ts';
import { postgresFindings } from './findings/postgres-findings.ts';
import { postgresProven } from './identity/postgres-proven.ts';
import { postgresPhoneCodes } from './phone-account/postgres-phone-codes.ts';
import { reassign } from './postgres-reassign.ts';
import { postgresReviews } from './review/postgres-reviews.ts';

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
