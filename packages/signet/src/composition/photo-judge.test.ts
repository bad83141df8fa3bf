import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../kernel/index.ts';
import { openPhotoJudge, type PhotoJudge } from './photo-judge.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'signet-judge-'));
});
afterAll(() => rm(folder, { recursive: true }));

let judge: PhotoJudge;
let started: ChildProcess[];
let warnings: number;
afterEach(() => judge.stop());

/** A judge whose process runs this program on each message `asked`. */
async function judgeWith(onMessage: string, silentMs = 10_000): Promise<void> {
  const file = path.join(folder, `${Math.random()}.mjs`);
  await writeFile(file, `process.on('message', (asked) => { ${onMessage} });`);
  started = [];
  warnings = 0;
  const start = () => {
    const child = fork(file, [], { serialization: 'advanced', execArgv: [] });
    started.push(child);
    return child;
  };
  const log = { warn: () => void warnings++ };
  judge = openPhotoJudge(start, { clock: systemClock, sandbox: true, log, silentMs });
}

const photo = (what = 'photo') => ({ jpeg: Buffer.from(what), width: 1, height: 1 });
const ask = async (of = 'somebody', what?: string) =>
  (await judge.judge(of, { role: 'selfie' }, photo(what)))?.problems;

it('limit photo-judging.at-once: starts with the first photo, and looks at one after the other, those of strangers and the owner’s', async () => {
  await judgeWith('process.send({ problems: [String(Buffer.from(asked.photo.jpeg))] })');
  expect(started).toHaveLength(0);
  expect(await Promise.all([ask('one', 'a'), ask('two', 'b'), ask('three', 'c')])).toEqual([
    ['a'],
    ['b'],
    ['c'],
  ]);
  expect(started).toHaveLength(1);
});

it('attack, a photo that kills the process: it is taken unseen, and the next is looked at by another process', async () => {
  await judgeWith('asked.photo.jpeg[0] === 33 ? process.exit(1) : process.send({ problems: [] })');
  expect(await ask('attacker', '!')).toBeUndefined();
  expect(await ask()).toEqual([]);
  expect([started.length, warnings]).toEqual([2, 1]);
});

it('attack, photos that kill it again and again: it rests, and photos are taken unseen', async () => {
  await judgeWith('process.exit(1)');
  for (let tries = 0; tries < 6; tries++) expect(await ask()).toBeUndefined();
  expect(started).toHaveLength(3);
});

it('one that hangs is ended; no photo is refused for it', async () => {
  await judgeWith('', 300);
  expect(await ask()).toBeUndefined();
  await expect.poll(() => started[0]?.killed).toBe(true);
});

const slowly = 'setTimeout(() => process.send({ problems: [] }), 40)';

it('limit photo-judging.waiting-each: attack, a flood of one account: two wait, the rest is taken unseen, and the owner’s is looked at', async () => {
  await judgeWith(slowly);
  const own = await Promise.all(Array.from({ length: 5 }, () => ask('flooder')));
  expect(own.filter((seen) => seen === undefined)).toHaveLength(2);
  expect(await ask('owner')).toEqual([]);
});

it('limit photo-judging.waiting: attack, a flood of many accounts: eight wait, the rest is taken unseen at once, and the owner’s a moment later is looked at', async () => {
  await judgeWith(slowly);
  const all = await Promise.all(Array.from({ length: 12 }, (_, n) => ask(`account ${n}`)));
  expect(all.filter((seen) => seen === undefined)).toHaveLength(3);
  expect(await ask('owner')).toEqual([]);
});
