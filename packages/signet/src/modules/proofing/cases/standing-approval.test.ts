import { expect, it } from 'vitest';
import type { Answers } from '../flow/index.ts';
import type { StoredCase } from './case.ts';
import { withStandingApproval } from './standing-approval.ts';

const photo = (id: string) => ({
  id,
  width: 1600,
  height: 1000,
  settled: true,
  problems: [],
  takenAt: '2026-05-04T12:00:00Z',
});
const answers: Answers = {
  document: 'license',
  photos: { front: photo('front'), back: photo('back'), selfie: photo('selfie') },
  ssn: { entry: 'the approved number', number: '900123417' },
  phone: { kind: 'number', entry: 'phone', number: '+12025550101' },
};
const approved = { waived: ['selfie-needs-a-look', 'record-not-confirmed'], agent: 'agent-7' } as const;
const caseWith = (given: Answers) => ({ ...approved, contents: { answers: given } }) as unknown as StoredCase;

it('attack: an approved number put aside for a stranger’s takes its own approval with it, and no other', () => {
  const ssn = { entry: 'a stranger’s', number: '900223418' };
  const changed = withStandingApproval(caseWith(answers), caseWith({ ...answers, ssn }));
  expect(changed.waived).toEqual(['selfie-needs-a-look']);
});

it('A21: an approval stands while what it looked at does', () => {
  expect(withStandingApproval(caseWith(answers), caseWith({ ...answers })).waived).toEqual(approved.waived);
});
