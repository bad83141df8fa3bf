import { met, type Reason, unmet } from './reason.ts';

/** What bore an attribute out (A1). A record that says something else is `mismatch`. */
export const attributeSources = [
  'authoritative', // the issuer of the document or number
  'credible', // a source that has it from an authoritative one
  'signed-evidence', // signed by the issuer of SUPERIOR evidence
  'none',
  'mismatch',
] as const;
export type AttributeSource = (typeof attributeSources)[number];

/**
 * The attributes that a person is told apart by. The first three are always needed; the others count against the
 * applicant where they were collected and nobody bore them out, so collect what can be validated. The government
 * identifier is the document's number or the SSN, validated: merely knowing an SSN is nothing (A24).
 */
export interface CoreAttributes {
  readonly governmentIdentifier: AttributeSource;
  readonly name: AttributeSource;
  readonly birthDate: AttributeSource;
  readonly address?: AttributeSource;
}

/** A1: every core attribute is validated. `signedCounts`: at IAL2 and IAL3, with SUPERIOR evidence that counted. */
export function judgeCoreAttributes(attributes: CoreAttributes, signedCounts: boolean): Reason {
  const sources: readonly AttributeSource[] = Object.values(attributes);
  const validated = sources.every(
    (source) =>
      source === 'authoritative' || source === 'credible' || (source === 'signed-evidence' && signedCounts),
  );
  // One code whichever it was: a reason must not say which attribute of a record differed (A22).
  return validated ? met('A1', 'core-attributes-validated') : unmet('A1', 'core-attributes-not-validated');
}
