import type { EvidenceKind } from '../../assurance/index.ts';

/**
 * Evidence that an agent can take in place of a phone account: of another kind than the document, and with a portrait,
 * so that the agent can compare it with its holder (A8).
 */
export const seenKinds = [
  'passport',
  'tribal-id',
  'student-id',
  'corporate-id',
] as const satisfies readonly EvidenceKind[];

/** What the agent inspected and compared. `issuer` names who issued it, e.g. `us`, `alder-state-college`. */
export interface SeenEvidence {
  readonly kind: (typeof seenKinds)[number];
  readonly issuer: string;
}
