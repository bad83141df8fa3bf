import { expect, it } from 'vitest';
import type { Openings } from './command.ts';
import { commands, runCommand } from './index.ts';

const openNothing = new Proxy({} as Openings, {
  get(_, name) {
    throw new Error(`${String(name)} was opened`);
  },
});
const run = (...args: string[]) => runCommand(commands, args, openNothing);
const usageOf = async (name: string) => (await commands[name]?.load())?.usage;

it.each(['--help', 'help', '-h'])('%s says which commands there are, a line each', async (help) => {
  const { text, ...how } = await run(help);
  expect(how).toEqual({ status: 0, complaint: false });
  for (const [name, { summary }] of Object.entries(commands)) {
    expect(text.split('\n').filter((line) => line.startsWith(`  node main.js ${name} `))).toHaveLength(1);
    expect(text).toContain(summary);
  }
});

it.each(Object.keys(commands))('%s says how it is written, on request', async (name) => {
  const answer = { text: await usageOf(name), status: 0, complaint: false };
  expect(await run(name, '--help')).toEqual(answer);
  expect(await run(name, 'help')).toEqual(answer);
  expect(await run('help', name)).toEqual(answer);
});

it.each([
  ['check', 'everything'],
  ['migrate', 'back'],
  ['key'],
  ['key', 'make'],
  ['key', 'make', 'one.json', 'two.json'],
  ['key', 'make', '--force'],
  ['audit'],
  ['audit', 'export', 'audit.jsonl'],
  ['audit', 'toString'],
  ['audit', 'verify', '--keys', 'key.pem'],
  ['audit', 'verify', 'audit.jsonl', '--key'],
  ['audit', 'verify', 'one.jsonl', 'two.jsonl'],
  ['audit', 'verify', '--seconds-to-sequence', 'never'],
  ['review'],
  ['recovery', 'lift', '--agent', 'a.1'],
  ['erasures', 'replay'],
  ['erasures', 'replay', 'one.jsonl', 'two.jsonl'],
])('%s %s %s: written wrong, says how to write it as a complaint', async (...words) => {
  expect(await run(...words)).toEqual({ text: await usageOf(words[0] ?? ''), status: 2, complaint: true });
});

it.each([['chekc'], ['toString'], [''], ['help', 'chekc']])(
  '%s %s: there is no such command, and there are these',
  async (...words) => {
    const said = await run(...words);
    expect(said).toMatchObject({ status: 2, complaint: true });
    expect(said.text).toContain(`"${words.at(-1)}"; there are check, migrate, key, audit`);
  },
);
