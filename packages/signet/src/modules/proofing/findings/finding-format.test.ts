import { expect, it } from 'vitest';
import { keptFindings } from './finding-format.ts';
import type { Finding } from './findings.ts';

const corners = [
  { x: 0.1, y: 0.1 },
  { x: 0.9, y: 0.1 },
  { x: 0.9, y: 0.9 },
  { x: 0.1, y: 0.9 },
] as const;
const portrait = { x: 0.2, y: 0.3, width: 0.1, height: 0.2 };

const document: Finding = {
  check: 'document',
  document: 'license',
  looksLike: 'aamva-card',
  photoProblems: { front: ['glare'], back: [] },
  data: 'read',
  issuerId: '636999',
  version: 10,
  knownVersion: true,
  specimen: true,
  expiry: 'valid',
  oldEnough: true,
  comparison: [{ field: 'familyName', agreement: 'same' }],
  layout: { faults: ['little-print'], corners },
  stages: { barcode: 300 },
};
const findings: readonly Finding[] = [
  document,
  {
    check: 'face',
    compared: true,
    similarity: 0.7,
    liveness: 0.9,
    live: 'shown',
    portrait,
    stages: { embed: 11 },
  },
  { check: 'face', compared: false, image: 'selfie', problem: 'no-face' },
  { check: 'motor-vehicles', status: 'valid', match: { familyName: 'match' } },
  { check: 'passport-office', status: 'no-office', match: {} },
  { check: 'social-security', result: 'deceased' },
  { check: 'phone-carrier', asked: false },
  { check: 'phone-carrier', asked: true, simChange: 'none-recent', status: 'not-found' },
  {
    check: 'phone-carrier',
    asked: true,
    simChange: 'recent',
    status: 'active',
    name: 'match',
    carrier: 'alder-wireless',
    lineType: 'mobile',
  },
];

it.each(findings.map((one) => [one.check, one] as const))('reads what it wrote: %s', (_check, one) => {
  expect(keptFindings.read(JSON.parse(JSON.stringify(keptFindings.write(one))))).toEqual(one);
});

it('refuses a finding of no check, and one with a code that nothing means', () => {
  expect(() => keptFindings.read({ format: 1, check: 'palm-reading' })).toThrow();
  expect(() => keptFindings.read({ format: 1, ...document, data: 'smudged' })).toThrow();
});
