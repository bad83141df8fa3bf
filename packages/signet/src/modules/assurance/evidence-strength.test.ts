import { describe, expect, it } from 'vitest';
import { type EvidenceKind, evidenceKinds, kindFacts, strengthOf } from './evidence-strength.ts';

const kinds = Object.keys(evidenceKinds) as EvidenceKind[];

describe('A4: the strength of evidence', () => {
  it('A4: every kind says why it has its strength', () => {
    for (const kind of kinds) expect(kindFacts(kind).because.length).toBeGreaterThan(30);
  });

  it.each([
    ['phone-account', 'issuer-record', 'FAIR'],
    ['financial-account', 'signature-chain', 'FAIR'],
    ['student-id', 'agent-inspection', 'FAIR'],
    ['drivers-license', 'automated-document', 'STRONG'],
    ['state-id', 'agent-inspection', 'STRONG'],
    ['mobile-drivers-license', 'signature-chain', 'SUPERIOR'],
    ['piv-card', 'signature-chain', 'SUPERIOR'],
  ] as const)('A4: %s, validated by %s, is %s', (kind, method, strength) => {
    expect(strengthOf(kind, [method], true)).toBe(strength);
  });

  it('A4: a license without a portrait is not STRONG', () => {
    expect(strengthOf('drivers-license', ['agent-inspection'], false)).toBe('FAIR');
  });

  it('A4: attack: a card whose data is on record but which nobody looked at may be a forgery, and is nothing', () => {
    expect(strengthOf('drivers-license', ['issuer-record'], true)).toBeUndefined();
  });

  it.each(kinds)('A4: %s that nobody validated has no strength', (kind) => {
    expect(strengthOf(kind, [], true)).toBeUndefined();
  });
});

describe('A5: a signature that was not verified', () => {
  it('A5: leaves a passport STRONG at most', () => {
    expect(strengthOf('passport', ['signature-chain'], true)).toBe('SUPERIOR');
    expect(strengthOf('passport', ['automated-document', 'agent-inspection', 'issuer-record'], true)).toBe(
      'STRONG',
    );
  });

  it('A5: attack: a picture of a mobile license on a screen is nothing, whoever looked at it', () => {
    expect(
      strengthOf('mobile-drivers-license', ['agent-inspection', 'automated-document'], true),
    ).toBeUndefined();
  });
});
