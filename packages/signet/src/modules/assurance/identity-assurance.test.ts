import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideIal,
  type Evidence,
  type EvidenceKind,
  type IdentityFacts,
  type Pathway,
  ratedKinds,
} from './index.ts';

const at = new Date('2026-05-04T12:00:00Z');
const unmeasured = { face: false, liveness: false, document: false };
const measured = { face: true, liveness: true, document: true };

const piece = (kind: EvidenceKind, pathway: Pathway, more: Partial<Evidence> = {}): Evidence => ({
  kind,
  issuer: 'Alder',
  validated: [{ method: 'agent-inspection', by: 'agent', at }],
  verified: [{ pathway, at, destination: 'validated' }],
  ...more,
});
const by = (method: Evidence['validated'][number]['method']) => [{ method, by: 'somebody', at }];

const phone = piece('phone-account', 'phone-code', { validated: by('issuer-record') });
const license = piece('drivers-license', 'agent-comparison');
const stateId = piece('state-id', 'mailed-code');
const student = piece('student-id', 'agent-comparison', { portrait: true });
const wallet = piece('mobile-drivers-license', 'credential-presentation', {
  validated: by('signature-chain'),
});

const proofing = (evidence: readonly Evidence[], more: Partial<IdentityFacts> = {}): IdentityFacts => ({
  evidence,
  coreAttributes: {
    governmentIdentifier: 'authoritative',
    name: 'authoritative',
    birthDate: 'authoritative',
    address: 'credible',
  },
  setting: 'remote-unattended',
  measured,
  sandbox: false,
  ...more,
});
const ialOf = (evidence: readonly Evidence[], more: Partial<IdentityFacts> = {}) =>
  decideIal(proofing(evidence, more)).ial;
const reasonsOf = (facts: IdentityFacts) =>
  decideIal(facts).reasons.map(({ rule, code, ok }) => `${ok ? '+' : '-'} ${rule} ${code}`);

// Property tests draw every kind, method, pathway and destination, genuine or not.
const anyKind = fc.constantFrom(...ratedKinds);
const anyPathway = fc.constantFrom<Pathway>(
  'face-comparison',
  'agent-comparison',
  'mailed-code',
  'phone-code',
  'email-code',
  'microtransaction',
  'account-login',
  'credential-presentation',
  'knowledge-questions',
);
const anyVerification = (pathway: fc.Arbitrary<Pathway>) =>
  fc.record({ pathway, at: fc.constant(at), destination: fc.constantFrom('validated', 'unvalidated') });
const anyPiece = (pathway = anyPathway): fc.Arbitrary<Evidence> =>
  fc.record(
    {
      kind: anyKind,
      issuer: fc.constantFrom('Alder', 'Birch', 'Cedar'),
      portrait: fc.boolean(),
      validated: fc.array(
        fc.record({
          method: fc.constantFrom(
            'automated-document',
            'agent-inspection',
            'signature-chain',
            'issuer-record',
          ),
          by: fc.constant('somebody'),
          at: fc.constant(at),
        }),
        { maxLength: 3 },
      ),
      verified: fc.array(anyVerification(pathway), { maxLength: 3 }),
    },
    { requiredKeys: ['kind', 'issuer', 'validated', 'verified'] },
  );
const anyAttribute = fc.constantFrom('authoritative', 'credible', 'signed-evidence', 'none', 'mismatch');
const anyFacts = (evidence: fc.Arbitrary<Evidence> = anyPiece()): fc.Arbitrary<IdentityFacts> =>
  fc.record({
    evidence: fc.array(evidence, { maxLength: 5 }),
    coreAttributes: fc.oneof(
      fc.constant(proofing([]).coreAttributes),
      fc.record({ governmentIdentifier: anyAttribute, name: anyAttribute, birthDate: anyAttribute }),
    ),
    setting: fc.constantFrom('remote-unattended', 'remote-attended', 'onsite-unattended', 'onsite-attended'),
    measured: fc.record({ face: fc.boolean(), liveness: fc.boolean(), document: fc.boolean() }),
    sandbox: fc.boolean(),
    biometricSampleKept: fc.boolean(),
    ssnKnown: fc.boolean(),
  });

describe('how much evidence each level takes', () => {
  // Every multiset of up to three pieces of each strength, all genuine and all verified.
  const multisets = [0, 1, 2, 3].flatMap((fair) =>
    [0, 1, 2, 3].flatMap((strong) => [0, 1, 2].map((superior) => ({ fair, strong, superior }))),
  );
  const evidenceOf = ({ fair, strong, superior }: (typeof multisets)[number]) => {
    const several = (count: number, one: Evidence) =>
      Array.from({ length: count }, (_, i) => ({ ...one, issuer: `issuer ${i}` }));
    return [...several(fair, phone), ...several(strong, license), ...several(superior, wallet)];
  };

  it.each(multisets)('A2, A3: $fair FAIR, $strong STRONG, $superior SUPERIOR', (multiset) => {
    const { fair, strong, superior } = multiset;
    const two = superior >= 1 || strong >= 2 || (strong >= 1 && fair >= 1);
    expect(ialOf(evidenceOf(multiset))).toBe(two ? 2 : fair + strong > 0 ? 1 : 0);
  });

  it('A3: a license alone is IAL1, and the reason says what is missing', () => {
    expect(ialOf([license])).toBe(1);
    expect(reasonsOf(proofing([license]))).toContain('- A3 one-strong-piece-needs-another');
  });

  it('A3: attack: the same license shown twice is one license', () => {
    expect(ialOf([license, { ...license, verified: stateId.verified }])).toBe(1);
  });

  it('A2: a FAIR card without a portrait is not enough alone, and helps a STRONG one', () => {
    const card = piece('social-security-card', 'mailed-code');
    expect(ialOf([card])).toBe(0);
    expect(ialOf([piece('student-id', 'mailed-code')])).toBe(0);
    expect(ialOf([student])).toBe(1);
    expect(ialOf([card, license])).toBe(2);
  });

  it('more evidence never lowers a level', () => {
    fc.assert(
      fc.property(anyFacts(), anyPiece(), (facts, more) => {
        const before = decideIal(facts).ial;
        expect(decideIal({ ...facts, evidence: [...facts.evidence, more] }).ial).toBeGreaterThanOrEqual(
          before,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('neither does more validation or verification of a piece', () => {
    fc.assert(
      fc.property(anyFacts(), anyPiece(), anyPiece(), (facts, one, more) => {
        const grown = {
          ...one,
          validated: [...one.validated, ...more.validated],
          verified: [...one.verified, ...more.verified],
        };
        const ialWith = (evidence: Evidence) =>
          decideIal({ ...facts, evidence: [...facts.evidence, evidence] }).ial;
        expect(ialWith(grown)).toBeGreaterThanOrEqual(ialWith(one));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('whether it is this person', () => {
  it('A7: evidence of which ownership was not verified does not count', () => {
    expect(ialOf([phone, { ...license, verified: [] }])).toBe(1);
    expect(ialOf([{ ...wallet, verified: [] }])).toBe(0);
  });

  it('A8: attack: a code by text message never verifies a license, whatever else is given', () => {
    expect(ialOf([phone, piece('drivers-license', 'phone-code')])).toBe(1);
    const licenses: readonly EvidenceKind[] = [
      'drivers-license',
      'state-id',
      'tribal-id',
      'passport',
      'piv-card',
    ];
    const byText = anyPiece(fc.constant<Pathway>('phone-code')).filter(({ kind }) => licenses.includes(kind));
    fc.assert(fc.property(anyFacts(byText), (facts) => decideIal(facts).ial === 0));
  });

  it('A8: a mailed code verifies a license, at an address that its source confirmed', () => {
    const mailed = (destination: 'validated' | 'unvalidated') =>
      piece('drivers-license', 'mailed-code', { verified: [{ pathway: 'mailed-code', at, destination }] });
    expect(ialOf([phone, mailed('validated')])).toBe(2);
    expect(ialOf([phone, mailed('unvalidated')])).toBe(1);
  });

  it('A6: attack: knowledge questions and email never verify anything', () => {
    const weak = anyPiece(fc.constantFrom<Pathway>('knowledge-questions', 'email-code'));
    fc.assert(fc.property(anyFacts(weak), (facts) => decideIal(facts).ial === 0));
  });

  it('A24: knowing an SSN changes no level', () => {
    fc.assert(
      fc.property(anyFacts(), (facts) => {
        expect(decideIal({ ...facts, ssnKnown: true }).ial).toBe(
          decideIal({ ...facts, ssnKnown: false }).ial,
        );
      }),
    );
    expect(ialOf([], { ssnKnown: true })).toBe(0);
  });

  it('A9: a wallet that proves itself is enough alone, and its picture is nothing', () => {
    expect(ialOf([wallet])).toBe(2);
    expect(ialOf([{ ...wallet, validated: by('agent-inspection') }])).toBe(0);
    expect(ialOf([phone, piece('drivers-license', 'credential-presentation')])).toBe(1);
  });
});

describe('algorithms that nobody measured', () => {
  const selfie = piece('drivers-license', 'face-comparison', { validated: by('automated-document') });

  it('A15, A16, A18: outside the sandbox a remote face and document check counts only with all rates filed', () => {
    expect(ialOf([phone, selfie])).toBe(2);
    for (const missing of ['face', 'liveness', 'document'] as const) {
      expect(ialOf([phone, selfie], { measured: { ...measured, [missing]: false } }), missing).toBe(1);
    }
    expect(reasonsOf(proofing([selfie], { measured: unmeasured }))).toContain(
      '- A18 document-error-rates-not-filed',
    );
  });

  it('A15: in the sandbox they count, and the reason says that it was the sandbox', () => {
    const facts = proofing([phone, selfie], { measured: unmeasured, sandbox: true });
    expect(decideIal(facts).ial).toBe(2);
    expect(reasonsOf(facts)).toContain('+ A18 document-check-in-sandbox');
  });

  it('A10: the agent who looks instead needs no error rates', () => {
    expect(ialOf([phone, license], { measured: unmeasured })).toBe(2);
  });

  it('A16: before an agent on site, liveness is what the agent sees', () => {
    const onsite = { setting: 'onsite-attended', measured: { ...measured, liveness: false } } as const;
    expect(ialOf([phone, selfie], onsite)).toBe(2);
  });
});

describe('A1: core attributes', () => {
  it.each(['governmentIdentifier', 'name', 'birthDate', 'address'] as const)(
    'A1: without %s no level',
    (attribute) => {
      for (const source of ['none', 'mismatch'] as const) {
        const coreAttributes = { ...proofing([]).coreAttributes, [attribute]: source };
        expect(ialOf([phone, license, wallet], { coreAttributes })).toBe(0);
      }
    },
  );

  it('A1: signed attributes suffice at IAL2 with SUPERIOR evidence, and only there', () => {
    const coreAttributes = {
      governmentIdentifier: 'signed-evidence',
      name: 'signed-evidence',
      birthDate: 'signed-evidence',
    } as const;
    expect(ialOf([wallet], { coreAttributes })).toBe(2);
    expect(ialOf([phone, license], { coreAttributes })).toBe(0);
  });

  it('A22: the reason does not say which attribute it was', () => {
    const without = (attribute: string) =>
      reasonsOf(
        proofing([phone, license], {
          coreAttributes: { ...proofing([]).coreAttributes, [attribute]: 'mismatch' },
        }),
      );
    expect(without('name')).toEqual(without('birthDate'));
  });
});

describe('A11: IAL3', () => {
  const onsite = { setting: 'onsite-attended', biometricSampleKept: true } as const;

  it('A11: on site, before an agent, with a sample kept', () => {
    expect(ialOf([phone, license], onsite)).toBe(3);
    expect(ialOf([phone, license], { ...onsite, biometricSampleKept: false })).toBe(2);
    expect(ialOf([phone, stateId], onsite)).toBe(2); // a mailed code shows nobody's face
  });

  it('A11: attack: nothing makes a remote or an unattended proofing IAL3', () => {
    fc.assert(
      fc.property(anyFacts(), (facts) => facts.setting === 'onsite-attended' || decideIal(facts).ial < 3),
      { numRuns: 2000 },
    );
  });
});
