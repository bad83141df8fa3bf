import { expect, it } from 'vitest';
import { decideFal, type FederationFacts } from './federation-assurance.ts';

const facts: FederationFacts = {
  signed: true,
  audiences: 1,
  startedBy: 'agency',
  injectionProtected: true,
  nonce: true,
  agreementOnFile: true,
};

it('C1: a signed answer to one agency that asked, under an agreement, is FAL2', () => {
  expect(decideFal(facts)).toMatchObject({ fal: 2 });
  expect(decideFal(facts).reasons.every(({ ok }) => ok)).toBe(true);
});

it.each<[string, Partial<FederationFacts>, number]>([
  ['for two audiences', { audiences: 2 }, 1],
  ['started by the provider', { startedBy: 'provider' }, 1],
  ['open to injection', { injectionProtected: false }, 1],
  ['without a nonce', { nonce: false }, 1],
  ['without an agreement', { agreementOnFile: false }, 1],
  ['unsigned', { signed: false }, 0],
  ['for any audience', { audiences: 0 }, 0],
])('C1: an answer %s is less', (_, change, fal) => {
  const decision = decideFal({ ...facts, ...change });
  expect(decision.fal).toBe(fal);
  expect(decision.reasons.filter(({ ok }) => !ok).length).toBeGreaterThan(0);
});
