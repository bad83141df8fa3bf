import type { CaseId, PersonId, Tx } from '../../../kernel/index.ts';
import type { KeptFinding } from './findings.ts';

interface OfCase {
  readonly person: PersonId;
  readonly id: CaseId;
}

export interface FindingStore {
  /** Once a check and set of answers: a second one is ignored. */
  add(tx: Tx, of: OfCase, kept: KeptFinding): Promise<void>;
  ofCase(of: OfCase): Promise<readonly KeptFinding[]>;
  /** Of all the person's cases. */
  since(person: PersonId, since: Date): Promise<readonly KeptFinding[]>;
  addSubmission(tx: Tx, of: OfCase, at: Date): Promise<void>;
  submissionsSince(person: PersonId, since: Date): Promise<readonly Date[]>;
  erase(tx: Tx, person: PersonId): Promise<void>;
}
