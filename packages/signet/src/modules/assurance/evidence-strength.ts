/** SP 800-63A-4 section 2.4.1. */
export type Strength = 'FAIR' | 'STRONG' | 'SUPERIOR';

interface EvidenceKindFacts {
  readonly strength: Strength;
  /** What it is in the hand: decides how it can be shown to be genuine. */
  readonly form: 'card' | 'account' | 'signed';
  /** Whether it carries a portrait: always, never, or only where the issuer prints one. */
  readonly portrait: 'always' | 'sometimes' | 'never';
  /** A5: what it is worth as a card when its signature was not verified; absent: there is no card. */
  readonly asCard?: 'STRONG';
  readonly because: string;
}

/** Every kind of evidence that is taken, with its strength and why (A4, A5; SP 800-63A-4 appendix A). */
export const evidenceKinds = {
  'financial-account': {
    strength: 'FAIR',
    form: 'account',
    portrait: 'never',
    because: 'The bank knows its customer by law; access to the account shows whose it is.',
  },
  'phone-account': {
    strength: 'FAIR',
    form: 'account',
    portrait: 'never',
    because: 'The carrier opens accounts by a documented practice and can confirm who holds a number.',
  },
  'student-id': {
    strength: 'FAIR',
    form: 'card',
    portrait: 'sometimes',
    because: 'Issued by name after registration, by an institution without the duties of a state issuer.',
  },
  'corporate-id': {
    strength: 'FAIR',
    form: 'card',
    portrait: 'sometimes',
    because: 'Issued by name after screening, to a practice that differs from employer to employer.',
  },
  'social-security-card': {
    strength: 'FAIR',
    form: 'card',
    portrait: 'never',
    because: 'A state issuer and a unique number, but neither portrait nor modern security features.',
  },
  'drivers-license': {
    strength: 'STRONG',
    form: 'card',
    portrait: 'always',
    because: 'Written state procedure, portrait, physical security features, records that can be asked.',
  },
  'state-id': {
    strength: 'STRONG',
    form: 'card',
    portrait: 'always',
    because: 'The same issuer, procedure and card as a license, without the right to drive.',
  },
  'tribal-id': {
    strength: 'STRONG',
    form: 'card',
    portrait: 'always',
    because: 'A photo identification of a tribal government, issued to written procedures.',
  },
  passport: {
    strength: 'SUPERIOR',
    form: 'signed',
    portrait: 'always',
    asCard: 'STRONG',
    because: 'A state-signed chip that leads to a trust anchor; unread, it is a strong booklet and no more.',
  },
  'passport-card': {
    strength: 'STRONG',
    form: 'card',
    portrait: 'always',
    because: 'Issued by the passport office to the procedure of a passport; its chip carries no signature.',
  },
  'mobile-drivers-license': {
    strength: 'SUPERIOR',
    form: 'signed',
    portrait: 'always',
    because: 'Signed by the issuer and bound to a device; a screen that nobody verified is worth nothing.',
  },
  'piv-card': {
    strength: 'SUPERIOR',
    form: 'signed',
    portrait: 'always',
    asCard: 'STRONG',
    because: 'FIPS 201 issuance and certificates on the card (PIV, PIV-I, CAC).',
  },
} as const satisfies Record<string, EvidenceKindFacts>;

export type EvidenceKind = keyof typeof evidenceKinds;
export const ratedKinds = Object.keys(evidenceKinds) as readonly EvidenceKind[];

/** How a piece of evidence was shown to be genuine (SP 800-63A-4 sections 4.1.4 and 4.2.4). */
export const validationMethods = [
  'automated-document', // scanning that checks the document itself (A18)
  'agent-inspection', // by eye or hand, live or later, by a trained agent
  'signature-chain', // digital signature, chain to a trust anchor, revocation where there is one
  'issuer-record', // the issuer was asked and knows it: enough for an account, never for a card
] as const;
export type ValidationMethod = (typeof validationMethods)[number];

export const kindFacts = (kind: EvidenceKind): EvidenceKindFacts => evidenceKinds[kind];

/**
 * The strength of one piece as it was validated; undefined where no method shows that it is genuine. `portrait`
 * says whether this very piece carries one: a license without is not what makes licenses STRONG (A4).
 */
export function strengthOf(
  kind: EvidenceKind,
  methods: readonly ValidationMethod[],
  portrait: boolean,
): Strength | undefined {
  const { strength, form, asCard } = kindFacts(kind);
  const inspected = methods.includes('automated-document') || methods.includes('agent-inspection');
  const signed = methods.includes('signature-chain');
  switch (form) {
    case 'account':
      return signed || methods.includes('issuer-record') ? strength : undefined;
    case 'card':
      if (!inspected && !signed) return undefined;
      return strength === 'STRONG' && !portrait ? 'FAIR' : strength;
    case 'signed':
      if (signed) return strength;
      return inspected && portrait ? asCard : undefined;
  }
}
