import { expect, it } from 'vitest';
import type { Figures, FiguresLine } from '../modules/proofing/index.ts';
import { asJson, asTable, scoreboard } from './scoreboard.ts';

const of = (name: string, passed: number, failed?: number): FiguresLine => ({
  name,
  started: failed === undefined ? undefined : passed + failed,
  passed,
  failed,
  person: 0,
  left: 0,
  half: failed === undefined ? undefined : 'under-5-minutes',
});
const figures: Figures = {
  since: '2026-11-03',
  until: '2026-12-01',
  least: 10,
  total: of('all', 40, 20),
  by: {
    path: [of('license/face', 30), of('passport/face', 10)],
    step: [of('ssn', 40, 20)],
    language: [],
    device: [],
  },
};

it('A25: the operator reads the same figures as a table, with a dash for what is untold', () => {
  const lines = asTable(figures).split('\n');
  expect(lines.find((line) => line.startsWith('all'))).toMatch(/^all +60 +40 +20 +0 +0 +under-5-minutes$/);
  expect(lines.find((line) => line.startsWith('license/face'))).toMatch(/^license\/face +- +30 +- +0 +0 +-$/);
  expect(lines).toContain('by device');
});

it('and as JSON, with null for what is untold', () => {
  const read = JSON.parse(asJson(figures));
  expect(read.by.path[0]).toMatchObject({ name: 'license/face', started: null, failed: null, passed: 30 });
});

it.each(['--days', '--days 0', '--days x', '--weeks 3', 'all'])(
  'shows how it is written for a slip: %s',
  (line) => {
    expect(scoreboard.read(line.split(' '))).toBeUndefined();
  },
);
