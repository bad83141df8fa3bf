import { describe, expect, it } from 'vitest';
import { AAL2, AAL2_PHISHING_RESISTANT, IAL2, levelMet } from './index.ts';

describe('P5: levels', () => {
  const actual = { ial: 2, aal: 2, fal: 2, acr: `${IAL2} ${AAL2}`, amr: ['pwd', 'otp'] };

  it.each([
    [[IAL2, AAL2], true],
    [`${IAL2} ${AAL2}`, true],
    ['urn:signet:ial:2', true],
    ['http://idmanagement.gov/ns/assurance/ial/1', true],
    ['http://idmanagement.gov/ns/assurance/ial/3', false],
    [AAL2_PHISHING_RESISTANT, false],
    ['urn:unknown', false],
    [[], true],
  ])('%j', (asked, met) => {
    expect(levelMet(actual, asked)).toBe(met);
  });

  it('a passkey is phishing-resistant', () => {
    expect(levelMet({ ...actual, amr: ['hwk', 'mfa'] }, AAL2_PHISHING_RESISTANT)).toBe(true);
  });
});
