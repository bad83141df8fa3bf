import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';
import { repository } from '../support/repository.ts';

/**
 * A function has at most `mostLines` lines of its own. Not counted are blank lines, the lines of functions declared in it
 * (each is counted for itself, so a store or a table of routes counts by its members), markup, and arrow functions
 * without a statement, which only name values, such as words and rows.
 */
const mostLines = 40;

/** With the functions declared in it: past that its members want files of their own. */
const mostLinesInAll = 130;

const functions = [
  'ArrowFunctionExpression',
  'ClassMethod',
  'Constructor',
  'FunctionDeclaration',
  'FunctionExpression',
  'GetterProperty',
  'MethodProperty',
  'PrivateMethod',
  'SetterProperty',
];
const markup = ['JSXElement', 'JSXFragment'];

interface Node {
  readonly type: string;
  readonly span?: { readonly start: number; readonly end: number };
  readonly [part: string]: unknown;
}

interface Measured {
  readonly at: string;
  readonly own: number;
  readonly inAll: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The nodes right below, through lists and plain objects. */
function below(value: unknown): Node[] {
  if (isNode(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(below);
}

const childrenOf = (node: Node): Node[] => Object.values(node).flatMap(below);

const isFunction = ({ type, span }: Node): boolean => functions.includes(type) && span !== undefined;

const hasStatements = ({ type, body }: Node): boolean =>
  type !== 'ArrowFunctionExpression' || (isNode(body) && body.type === 'BlockStatement');

/** The functions of a source, each with how many lines it has. */
function measure(file: string, source: string): Measured[] {
  const lines = source.split('\n');
  const ends = endsOf(lines);
  const lineAt = (position: number) => ends.findIndex((end) => position <= end) + 1;
  const rangeOf = ({ span }: Node): { readonly from: number; readonly to: number } => ({
    from: lineAt(span?.start ?? 1),
    to: lineAt((span?.end ?? 2) - 1),
  });
  const written = (from: number, to: number) =>
    lines.slice(from - 1, to).filter((line) => line.trim()).length;

  /** Lines between the first and the last of what is counted elsewhere, or not at all. */
  function elsewhere(node: Node): number {
    if (!isFunction(node) && !markup.includes(node.type)) return sum(childrenOf(node).map(elsewhere));
    const { from, to } = rangeOf(node);
    return to - from > 1 ? written(from + 1, to - 1) : 0;
  }

  function measured(node: Node): Measured[] {
    const inside = childrenOf(node).flatMap(measured);
    if (!isFunction(node) || !hasStatements(node)) return inside;
    const { from, to } = rangeOf(node);
    const inAll = written(from, to);
    const own = inAll - sum(childrenOf(node).map(elsewhere));
    return [{ at: `${file}:${from}`, own, inAll }, ...inside];
  }

  const tsx = file.endsWith('x');
  return childrenOf(parseSync(source, { syntax: 'typescript', tsx }) as unknown as Node).flatMap(measured);
}

/** Where each line ends, in bytes: spans count from 1. */
function endsOf(lines: readonly string[]): number[] {
  let end = 0;
  return lines.map((line) => {
    end += Buffer.byteLength(line) + 1;
    return end;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const tooLong = (all: readonly Measured[]): string[] =>
  all
    .filter(({ own, inAll }) => own > mostLines || inAll > mostLinesInAll)
    .map(({ at, own, inAll }) => `${at}: ${own} lines of its own, ${inAll} in all`);

/** Production code: what git keeps or is about to keep, without tests and declarations. */
function sources(): string[] {
  const folders = ['packages', 'agencies', 'sandbox', 'scripts'];
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
    cwd: repository,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => /\.tsx?$/.test(file) && !/\.(test\.tsx?|d\.ts)$/.test(file));
}

describe('functions keep their measure', () => {
  it(`no function has more than ${mostLines} lines of its own, or ${mostLinesInAll} with those in it`, () => {
    const all = sources().flatMap((file) => measure(file, readFileSync(path.join(repository, file), 'utf8')));
    expect(all.length).toBeGreaterThan(2000);
    expect(tooLong(all)).toEqual([]);
  });

  it('a function one line too long is named, and one whose lines are those of its members is not', () => {
    const statements = (count: number) => 'step();\n'.repeat(count);
    const long = `function long() {\n${statements(mostLines - 1)}}\n`;
    const member = `one() {\n${statements(30)}},\n`;
    const factory = `const factory = () => {\nreturn {\n${member.repeat(3)}};\n};\n`;
    expect(tooLong(measure('one.ts', factory + long))).toEqual([
      'one.ts:101: 41 lines of its own, 41 in all',
    ]);
  });
});
