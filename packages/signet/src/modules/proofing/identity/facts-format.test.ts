import { expect, it } from 'vitest';
import { keptFacts } from './facts-format.ts';
import type { ProofingFacts } from './proofing-facts.ts';

const at = '2026-05-04T12:00:00.000Z';
const facts: ProofingFacts = {
  setting: 'remote-unattended',
  evidence: [
    {
      kind: 'drivers-license',
      issuer: '636999',
      validated: [{ method: 'automated-document', by: 'signet', at }],
      verified: [{ pathway: 'face-comparison', at }],
    },
    {
      kind: 'passport',
      issuer: 'us',
      portrait: true,
      validated: [{ method: 'agent-inspection', by: 'agent-7', at }],
      verified: [{ pathway: 'phone-code', at, destination: 'validated' }],
    },
  ],
  coreAttributes: { governmentIdentifier: 'authoritative', name: 'credible', birthDate: 'authoritative' },
  consent: { version: '1', at },
  agent: 'agent-7',
  completedAt: at,
};

it('reads what it wrote', () => {
  expect(keptFacts.read(JSON.parse(JSON.stringify(keptFacts.write(facts))))).toEqual(facts);
});

it('A1, A4: refuses facts that no rule rates, so that none is counted by mistake', () => {
  const [license] = facts.evidence;
  const kept = keptFacts.write(facts);
  expect(() => keptFacts.read({ ...kept, evidence: [{ ...license, kind: 'library-card' }] })).toThrow();
  const verified = [{ pathway: 'palm-reading', at }];
  expect(() => keptFacts.read({ ...kept, evidence: [{ ...license, verified }] })).toThrow();
});
