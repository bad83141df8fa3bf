import { parseSync } from '@swc/core';

export interface CitedTitle {
  readonly title: string;
  readonly rules: readonly string[];
}

const id = String.raw`[A-Z]\d{1,2}`;
/** `A2, A3: …` or `C1 replay: …` at the head of a title. */
const atHead = new RegExp(`^(${id}(?:, ${id})*)(?::| [^:]{1,60}:)`);
/** `… (A17, A27)` at its end. */
const atEnd = new RegExp(String.raw`\((${id}(?:, ${id})*)\)$`);

/** The rules that a title cites, at its head or in brackets at its end. */
export function rulesCited(title: string): string[] {
  return [atHead, atEnd].flatMap((place) => place.exec(title)?.[1]?.split(', ') ?? []);
}

/** Titles of tests and groups of tests in a file's source, in their order there. */
export function titlesIn(source: string, tsx: boolean): string[] {
  const titles: string[] = [];
  collectTitles(parseSync(source, { syntax: 'typescript', tsx }), titles);
  return titles;
}

/** Those of them that cite a rule. */
export const citedTitles = (source: string, tsx: boolean): CitedTitle[] =>
  titlesIn(source, tsx).flatMap((title) => {
    const rules = rulesCited(title);
    return rules.length > 0 ? [{ title, rules }] : [];
  });

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function collectTitles(value: unknown, titles: string[]): void {
  if (Array.isArray(value)) {
    for (const each of value) collectTitles(each, titles);
    return;
  }
  if (!isNode(value)) return;
  if (value.type === 'CallExpression' && testNames.has(calledName(value.callee) ?? '')) {
    const title = titleOf(value.arguments);
    if (title !== undefined) titles.push(title);
  }
  for (const each of Object.values(value)) collectTitles(each, titles);
}

const testNames = new Set(['it', 'test', 'describe']);

/** The name at the root of `it`, `it.each(rows)`, `describe.sequential`. */
function calledName(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined;
  if (callee.type === 'Identifier') return String(callee.value);
  return calledName(callee.type === 'MemberExpression' ? callee.object : callee.callee);
}

function titleOf(given: unknown): string | undefined {
  const first: unknown = Array.isArray(given) ? given[0]?.expression : undefined;
  if (!isNode(first)) return undefined;
  if (first.type === 'StringLiteral') return String(first.value);
  if (first.type !== 'TemplateLiteral' || !Array.isArray(first.quasis)) return undefined;
  return first.quasis.map((part: { cooked: string }) => part.cooked).join('…');
}
