import { expect, it } from 'vitest';
import { caseContents } from './case-contents.ts';

const at = '2026-05-04T12:00:00.000Z';
const photo = {
  id: 'a',
  width: 1600,
  height: 1000,
  settled: true,
  problems: ['glare'] as const,
  takenAt: at,
};
const fields = {
  familyName: 'RIVERA',
  givenName: 'ANA',
  birthDate: '1983-03-14',
  documentNumber: 'R4417209',
  expiryDate: '2031-03-14',
};
const answers = {
  document: 'license',
  consent: { version: '1', at },
  photos: { front: photo, selfie: photo },
  ssn: { entry: 's', number: '900123417' },
  phone: { kind: 'number', entry: 'p', number: '+12025550101' },
  phoneCode: { hash: 'h', sentAt: at },
} as const;
const seen = { kind: 'passport', issuer: 'us', at } as const;
const rest = { answers, seen, photosTaken: 3, poorPhotos: { front: 1 } };

it.each([
  ['of a document that was read', { ...rest, document: { kind: 'license', fields, issuerId: '636999' } }],
  ['from before it was read', rest],
] as const)('reads what it wrote, %s', (_when, contents) => {
  expect(caseContents.read(JSON.parse(JSON.stringify(caseContents.write(contents))))).toEqual(contents);
});

it.each([
  ['a document of no kind that is taken', { ...rest, answers: { ...answers, document: 'library-card' } }],
  ['a photo of nothing that is asked for', { ...rest, answers: { ...answers, photos: { roof: photo } } }],
  ['no answers', { photosTaken: 0, poorPhotos: {} }],
])('refuses %s, where a cast let it pass', (_what, kept) => {
  expect(() => caseContents.read({ format: 1, ...kept })).toThrow();
});
