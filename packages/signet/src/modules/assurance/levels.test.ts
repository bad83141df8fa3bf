import { expect, it } from 'vitest';
import { levelsAt } from './index.ts';

it('C1: every answer here is FAL2, and demands are read in the issuer’s own words', () => {
  const levels = levelsAt('https://id.example', { sandbox: true });
  expect(levels.fal).toBe(2);
  const essential = (value: string) => levels.demandOf({ voluntary: [], essential: [value] });
  expect(essential('https://id.example/assurance/ial2-aal2')).toEqual({
    minIal: 2,
    minAal: 2,
    phishingResistant: false,
  });
  expect(essential('https://other.example/assurance/ial2-aal2')).toBeUndefined();
});

it('P7: the sandbox never names the trust framework of a production', () => {
  const [sandbox, production] = [true, false].map((one) => levelsAt('https://id.example', { sandbox: one }));
  expect(sandbox?.trustFramework).not.toBe(production?.trustFramework);
});
