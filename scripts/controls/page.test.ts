import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { citedTitles, rulesCited } from './cited-titles.ts';
import { findingsFile, findingsNamed, findingsPage } from './findings-page.ts';
import { controlsFile, controlsPage } from './page.ts';

it('docs/controls.md is what the tests say now (if not: npm run controls)', async () => {
  expect(await readFile(controlsFile, 'utf8')).toBe(await controlsPage());
});

it('docs/findings.md is what the tests say now (if not: npm run controls)', async () => {
  expect(await readFile(findingsFile, 'utf8')).toBe(await findingsPage());
});

describe('a title', () => {
  it.each([
    ['A8: a code by text message', ['A8']],
    ['A2, A3: one of each', ['A2', 'A3']],
    ['C1 replay: a code is accepted once', ['C1']],
    ['is deleted on request (A17, A27)', ['A17', 'A27']],
    ['the specimen L898902C3 passes', []],
    ['says what A1 is about', []],
  ])('%s', (title, rules) => {
    expect(rulesCited(title)).toEqual(rules);
  });

  it.each([
    ['finding O1, B-2: a server that falls silent', ['O1', 'B-2']],
    ['attack, ten codes an hour (finding S4)', ['S4']],
    ['finding the way', []],
  ])('%s, and no rule', (title, findings) => {
    expect([findingsNamed(title), rulesCited(title)]).toEqual([findings, []]);
  });
});

it('finds titles of tests and groups, however they are written, and no other strings', () => {
  const source = `
    describe('B4: a group', () => { it.each([1])("B5: %d", () => {}); });
    it(\`D1: \${name} reads\`, async () => { other('C1: no test'); });
    // it('D2: in a comment')
  `;
  expect(citedTitles(source, false).map(({ title }) => title)).toEqual([
    'B4: a group',
    'B5: %d',
    'D1: … reads',
  ]);
});
