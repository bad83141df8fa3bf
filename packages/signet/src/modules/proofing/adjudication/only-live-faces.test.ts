import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CurrentFindings } from '../findings/index.ts';
import { adjudicate } from './adjudicator.ts';
import { adjudicationDefaults } from './settings.ts';

const at = new Date('2026-05-04T12:00:00Z');
const corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
] as const;
const compared = ['familyName', 'givenName', 'birthDate', 'documentNumber'] as const;

/** A face that is like the portrait, and everything else borne out: in the sandbox of a specimen, elsewhere of a license. */
const found = (
  live: 'shown' | 'not-shown' | 'none',
  sandbox: boolean,
  similarity: number,
  liveness: number,
) =>
  ({
    document: {
      check: 'document',
      document: 'license',
      looksLike: 'aamva-card',
      photoProblems: { front: [], back: [] },
      data: 'read',
      issuerId: sandbox ? '636999' : '636014',
      specimen: sandbox,
      expiry: 'valid',
      oldEnough: true,
      comparison: compared.map((field) => ({ field, agreement: 'same' as const })),
      layout: { faults: [], corners },
      stages: {},
      at,
    },
    face: {
      check: 'face',
      compared: true,
      similarity,
      liveness,
      live,
      portrait: { x: 0.1, y: 0.35, width: 0.13, height: 0.25 },
      stages: {},
      at,
    },
    'motor-vehicles': {
      check: 'motor-vehicles',
      status: 'valid',
      match: { familyName: 'match', givenName: 'match', birthDate: 'match' },
      at,
    },
    'social-security': { check: 'social-security', result: 'match', at },
    'phone-carrier': {
      check: 'phone-carrier',
      asked: true,
      status: 'active',
      name: 'match',
      carrier: 'alder-wireless',
      lineType: 'mobile',
      simChange: 'none-recent',
      at,
    },
  }) satisfies CurrentFindings;

it('A16: a machine verifies by a live picture alone, in the sandbox and outside, however like and however lively a file is', () => {
  const history = {
    documentTries: 1,
    faceTries: 1,
    earlierFaceRejections: 0,
    faceRejections: 0,
    numberTries: 1,
    phoneRejections: 0,
  };
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom('shown' as const, 'not-shown' as const, 'none' as const),
      fc.boolean(),
      fc.double({ min: 0.5, max: 0.94, noNaN: true }),
      share,
      (live, sandbox, similarity, liveness) => {
        const ruling = adjudicate(found(live, sandbox, similarity, liveness), [], {
          document: 'license',
          withoutFace: false,
          isMailable: true,
          history,
          settings: adjudicationDefaults,
          sandbox,
          required: { ial: 2 },
        });
        if (live === 'shown') expect(ruling).toEqual({ next: 'verified' });
        else
          expect(ruling).toMatchObject({
            judgment: {
              verdict: 'needs-person',
              told: [live === 'none' ? 'selfie-from-file' : 'selfie-not-live'],
            },
          });
      },
    ),
  );
});
