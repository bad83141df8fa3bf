import { expect, it } from 'vitest';
import { type AuditRef, asId, newId } from '../../kernel/index.ts';
import { refusePersonalData } from './codes-only.ts';
import type { AuditEvent } from './log.ts';

const event = (details: AuditEvent['details']): AuditEvent => ({
  action: 'proofing.decided',
  actor: { kind: 'system' },
  subject: newId<AuditRef>(),
  ...(details && { details }),
});

it.each([
  'verified',
  'face-comparison',
  'urn:signet:ial:2',
  'http://idmanagement.gov/ns/assurance/ial/2',
  'A15',
  'IAL2',
  '4.2.6',
  '5f0c7e9a-1234-4321-8765-012345678901',
  0,
  86_400,
  -0.25,
  true,
])('accepts the code or count %s', (value) => {
  expect(() => refusePersonalData(event({ value }))).not.toThrow();
});

it.each([
  ['an SSN', '900-12-3456'],
  ['an SSN without dashes', '900123456'],
  ['an SSN with spaces', '900 12 3456'],
  ['an SSN as a number', 900_123_456],
  ['an SSN inside a code', 'ssn:900-12-3456'],
  ['a date of birth', '1980-05-17'],
  ['a date of birth, US', '05/17/1980'],
  ['a date of birth as a number', 19_800_517],
  ['an e-mail address', 'avery@example.com'],
  ['a phone number', '+12025550123'],
  ['an IP address', '192.168.100.7'],
  ['a name', 'Avery'],
  ['a name as licenses print it', 'SPECIMEN'],
  ['a full name', 'avery specimen'],
  ['a document number', 'D12345678'],
  ['free text', 'the applicant said that the photo is old'],
  ['a long code', 'a'.repeat(65)],
  ['nothing', ''],
  ['a line break', 'code\n'],
  ['a number that is none', Number.NaN],
])('attack on privacy: refuses %s, and does not repeat it', (_what, value) => {
  const attempt = () => refusePersonalData(event({ value }));
  expect(attempt).toThrow(/refused: details.value of proofing.decided$/);
  if (value) expect(attempt).not.toThrow(String(value));
});

it('refuses it in every other place too', () => {
  const good = event(undefined);
  for (const bad of [
    { ...good, action: 'Avery Specimen signed in' },
    { ...good, action: 'signed-in' },
    { ...good, subject: asId<AuditRef>('avery@example.com') },
    { ...good, actor: { kind: 'staff' as const, ref: 'avery@example.com' } },
    { ...good, actor: { kind: 'person' as const, ref: '900-12-3456' } },
    { ...good, details: { '900-12-3456': true } },
    { ...good, details: Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`d${n}`, n])) },
  ]) {
    expect(() => refusePersonalData(bad)).toThrow(/refused/);
  }
});
