import type { SignIn } from '@signet/relying-party';
import type { ProvenIdentity } from '../records/taxpayers/taxpayer.ts';

/**
 * What is compared with the master file: only what Signet verified (`verified_claims`, P7), never what a person
 * merely says of themselves. Undefined when something is missing, for instance an SSN that was not shared.
 */
export function provenIdentity({ claims, verifiedClaims }: SignIn): ProvenIdentity | undefined {
  const verified = verifiedClaims?.claims;
  const ssn = verified?.social_security_number ?? claims.social_security_number;
  if (ssn === undefined || verified?.family_name === undefined || verified.birthdate === undefined) {
    return undefined;
  }
  return {
    ssn,
    givenName: verified.given_name ?? '', // a person may have one name only
    familyName: verified.family_name,
    birthDate: verified.birthdate,
  };
}
