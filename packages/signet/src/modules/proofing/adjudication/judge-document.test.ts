import { expect, it } from 'vitest';
import type { DocumentFinding } from '../findings/index.ts';
import { judgeDocument } from './judge-document.ts';
import type { JudgingContext } from './judgment.ts';
import { adjudicationDefaults } from './settings.ts';

const context: JudgingContext = {
  document: 'license',
  withoutFace: false,
  isMailable: true,
  history: {
    documentTries: 0,
    faceTries: 0,
    faceRejections: 0,
    earlierFaceRejections: 0,
    numberTries: 0,
    phoneRejections: 0,
  },
  settings: adjudicationDefaults,
  sandbox: true,
  required: { ial: 2 },
};

/** Its barcode says license, and nothing printed was read. */
const unread: DocumentFinding<'license'> = {
  check: 'document',
  document: 'license',
  looksLike: 'aamva-card',
  photoProblems: { front: [], back: [] },
  data: 'read',
  issuerId: '636999',
  specimen: true,
  expiry: 'valid',
  oldEnough: true,
  comparison: [],
  layout: {
    faults: [],
    corners: [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ],
  },
  stages: {},
};

const reasons = (finding: Partial<DocumentFinding<'license'>>) => {
  const judgment = judgeDocument({ ...unread, ...finding }, context);
  return [judgment.verdict, 'reasons' in judgment ? judgment.reasons : []];
};

it('A18, A21: print and barcode that name two cards hide no other fault: the agent who looks sees, and waives, all of them', () => {
  const [, alone] = reasons({});
  expect(alone).toEqual(['front-unreadable']);
  expect(reasons({ printedCardType: 'state-id' })).toEqual([
    'needs-person',
    ['document-needs-a-look', 'front-unreadable'],
  ]);
  expect(reasons({ expiry: 'not-stated' })).toEqual([
    'needs-person',
    ['document-needs-a-look', 'front-unreadable'],
  ]);
});

it('what ends a case still ends it, whatever else is wrong', () => {
  expect(reasons({ printedCardType: 'state-id', oldEnough: false })).toEqual([
    'refuse',
    ['below-minimum-age'],
  ]);
  expect(reasons({ printedCardType: 'state-id', expiry: 'expired' })).toEqual([
    'try-again',
    ['document-expired'],
  ]);
});
