import { randomUUID } from 'node:crypto';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A subscriber or applicant. Never leaves Signet: agencies see a pairwise identifier. */
export type PersonId = Branded<'PersonId'>;
/** A proofing attempt. `evidence`, `biometrics` and `records` know only this, never a person. */
export type CaseId = Branded<'CaseId'>;
/** A person as the audit log names them: random, and unlinked from the person when they are erased. */
export type AuditRef = Branded<'AuditRef'>;
/** A relying party, by its OpenID client id. */
export type AgencyId = Branded<'AgencyId'>;

type AnyId = PersonId | CaseId | AuditRef | AgencyId;

/** A new random (v4) identifier. */
export const newId = <Id extends AnyId>(): Id => randomUUID() as string as Id;
/** Names a string that came from storage or the protocol as the identifier it is. */
export const asId = <Id extends AnyId>(value: string): Id => value as Id;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Whether a text from outside could name a row at all: PostgreSQL takes no other text for a uuid. */
export const isUuid = (text: string): boolean => uuid.test(text);
