import { describe, expect, it } from 'vitest';
import type { Algorithm } from '../assurance/index.ts';
import { type ErrorRate, rateOf } from './error-rate.ts';
import { judgeReports } from './judge-reports.ts';
import { digestOf, type Report } from './report.ts';

const algorithm: Algorithm = { models: { feature: 'a'.repeat(64) }, settings: { accept: 0.5, review: 0.25 } };
const running = { face: algorithm, liveness: algorithm, document: algorithm };
const corpus = { sha256: 'b'.repeat(64), files: 1 };

type Faces = NonNullable<Report['faces']>;
type Attacks = NonNullable<Report['attacks']>;
type Documents = NonNullable<Report['documents']>;

const enough = { falseMatch: rateOf(0, 29_956), falseNonMatch: rateOf(0, 299) };
const faces: Faces = {
  corpus,
  ...enough,
  groups: [
    { name: 'under 40', ...enough },
    { name: '40 and older', ...enough },
  ],
};
const attacks: Attacks = {
  corpus,
  instruments: [
    { name: 'print', accepted: rateOf(0, 42) },
    { name: 'screen', accepted: rateOf(0, 42) },
  ],
  bonaFideRejected: rateOf(1, 50),
};
const documents: Documents = {
  corpus,
  specimens: false,
  falseAcceptance: rateOf(0, 29),
  falseRejection: rateOf(0, 29),
  genuineToPerson: 0,
  instruments: [],
};
const whole: Report = {
  format: 'signet-evaluation-1',
  madeAt: '2026-11-01T00:00:00Z',
  algorithms: running,
  faces,
  attacks,
  documents,
};

const lacking = (part: Partial<Report>) => judgeReports([{ ...whole, ...part }], running).shortcomings[0];

describe('an upper limit of a rate', () => {
  it.each([
    [0, 29_956, 9.9999e-5],
    [0, 299, 9.9691e-3],
    [0, 42, 0.068843],
    [0, 29, 0.098145],
    [2, 100, 0.061619],
    [300, 30_000, 0.010998],
    [5, 5, 1],
    [0, 0, 1],
  ])('of %i in %i is %f: Clopper and Pearson, one-sided, 95 %%', (errors, of, atMost) => {
    expect(rateOf(errors, of).atMost).toBeCloseTo(atMost, 6);
  });
});

describe('A15, A16, A18: what a report lets count', () => {
  it('counts at the sample sizes that the rules name, without an error', () => {
    expect(judgeReports([whole], running).measured).toEqual({ face: true, liveness: true, document: true });
  });

  it('counts nothing without a report, and of each check only what was measured', () => {
    expect(judgeReports([], running).measured).toEqual({ face: false, liveness: false, document: false });
    const { faces: _, ...others } = whole;
    expect(judgeReports([others], running)).toMatchObject({
      measured: { face: false, liveness: true, document: true },
      shortcomings: [{ face: ['not-measured'] }],
    });
  });

  it.each<[string, Partial<Faces>, string]>([
    ['one impostor fewer', { falseMatch: rateOf(0, 29_955) }, 'false-match-rate'],
    ['one match among as many', { falseMatch: rateOf(1, 29_956) }, 'false-match-rate'],
    ['one genuine pair fewer', { falseNonMatch: rateOf(0, 298) }, 'false-non-match-rate'],
    ['nobody in groups', { groups: [] }, 'no-groups'],
    ['all in one group', { groups: faces.groups.slice(0, 1) }, 'no-groups'],
  ])('a face comparison with %s does not count', (_what, part, code) => {
    expect(lacking({ faces: { ...faces, ...part } })?.face).toContain(code);
  });

  it('nor one that takes a group for others a quarter more often than all', () => {
    const all = { falseMatch: rateOf(0, 100_000), falseNonMatch: rateOf(40, 10_000) };
    const group = (falseNonMatch: ErrorRate) => ({ name: 'a', ...all, falseNonMatch });
    const of = (one: ErrorRate) =>
      lacking({ faces: { corpus, ...all, groups: [group(all.falseNonMatch), group(one)] } })?.face;
    expect(of(rateOf(5, 1000))).toEqual([]);
    expect(of(rateOf(6, 1000))).toEqual(['group-worse']);
    expect(of(rateOf(0, 0))).toEqual(['group-worse']); // nobody of it was measured
  });

  it('a single instrument that gets through is enough, however many others do not', () => {
    const [print] = attacks.instruments;
    const of = (accepted: ErrorRate) =>
      lacking({
        attacks: {
          ...attacks,
          instruments: [print ?? { name: 'print', accepted }, { name: 'mask', accepted }],
        },
      })?.liveness;
    expect(of(rateOf(0, 41))).toEqual(['attacks-accepted']);
    expect(of(rateOf(1, 42))).toEqual(['attacks-accepted']);
    expect(of(rateOf(1, 70))).toEqual([]);
    expect(lacking({ attacks: { ...attacks, instruments: [] } })?.liveness).toEqual(['attacks-accepted']);
  });

  it('a document check measured on made-up documents counts nowhere', () => {
    expect(lacking({ documents: { ...documents, specimens: true } })?.document).toEqual([
      'made-up-documents',
    ]);
    expect(lacking({ documents: { ...documents, falseAcceptance: rateOf(0, 28) } })?.document).toEqual([
      'false-acceptance-rate',
    ]);
    expect(lacking({ documents: { ...documents, falseRejection: rateOf(3, 29) } })?.document).toEqual([
      'false-rejection-rate',
    ]);
  });

  it('finding S9: what was measured with another model or threshold, such as the passive one, counts for nothing', () => {
    const others: Algorithm[] = [
      { ...algorithm, models: { feature: 'c'.repeat(64) } },
      { ...algorithm, settings: { ...algorithm.settings, accept: 0.4 } },
      { ...algorithm, models: { ...algorithm.models, liveness: 'd'.repeat(64) } },
    ];
    for (const other of others)
      expect(judgeReports([whole], { ...running, liveness: other })).toMatchObject({
        measured: { face: true, liveness: false },
        shortcomings: [{ liveness: ['another-algorithm'] }],
      });
  });

  it('an algorithm is the same in whatever order it is written', () => {
    const settings = { review: 0.25, accept: 0.5 };
    expect(digestOf({ settings, models: algorithm.models })).toBe(digestOf(algorithm));
  });
});
