import type { Database } from '../../kernel/index.ts';
import { type CaseKeys, postgresCases, postgresImages } from './cases/index.ts';
import { postgresFindings } from './findings/index.ts';
import { postgresSignals, type SignalDigesting } from './fraud/index.ts';
import { postgresProven } from './identity/index.ts';
import { type PhoneDigesting, postgresPhoneCodes } from './phone-account/index.ts';
import { type LinkCodeDigesting, postgresPhoneLinks } from './phone-capture/index.ts';
import type { ProofingStores } from './ports.ts';
import { reassign } from './postgres-reassign.ts';
import { postgresReviews } from './review/index.ts';
import { postgresPassages } from './scoreboard/index.ts';

/** Everything proofing keeps, in PostgreSQL; case keys are wrapped by the KMS. */
export const createPostgresProofingStores = (
  db: Database,
  kms: CaseKeys & PhoneDigesting & LinkCodeDigesting & SignalDigesting,
): ProofingStores => ({
  cases: postgresCases(db, kms),
  images: postgresImages(db),
  findings: postgresFindings(db),
  proven: postgresProven(db),
  reviews: postgresReviews(db),
  phoneCodes: postgresPhoneCodes(db, kms),
  phoneLinks: postgresPhoneLinks(db, kms),
  passages: postgresPassages(db),
  signals: postgresSignals(db, kms),
  reassign,
});
