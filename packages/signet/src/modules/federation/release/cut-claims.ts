import { type AttributeName, attributes, type HeldNow } from '../../agencies/index.ts';
import type { ProvenIdentity } from '../../proofing/index.ts';
import { statedEvidence } from './stated-evidence.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Cuts from what is held exactly the attributes agreed to, in OpenID's claim names. */
export function cutClaims(
  agreed: readonly AttributeName[],
  held: HeldNow,
  proven: ProvenIdentity | undefined,
  trustFramework: string,
): Claims {
  const claimsOf = (names: readonly AttributeName[]): Claims =>
    Object.assign({}, ...names.map((name) => attributes[name].release(held)));
  const verified = claimsOf(agreed.filter((name) => attributes[name].verified));
  return {
    ...claimsOf(agreed),
    ...(proven && proven.ial >= 1 && Object.keys(verified).length > 0
      ? { verified_claims: verifiedClaims(verified, proven, trustFramework) }
      : {}),
  };
}

/** How the identity behind a release was proven (P7), beside what of it is released. */
function verifiedClaims(claims: Claims, proven: ProvenIdentity, trustFramework: string): Claims {
  return {
    verification: {
      trust_framework: trustFramework,
      assurance_level: `ial${proven.ial}`,
      time: proven.verifiedAt.toISOString(),
      evidence: statedEvidence(proven.facts),
    },
    claims,
  };
}
