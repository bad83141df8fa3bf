import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { asId, type PersonId, systemClock } from '../kernel/index.ts';
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

/** Answers photos and frames, each after its time. */
const slowlyBoth =
  'setTimeout(() => process.send(asked.frames ? { following: String(Buffer.from(asked.frames[0])) } : { problems: [] }), 40)';
const look = (person: string, network?: string) =>
  judge.follow({ person: asId<PersonId>(person), network }, [Buffer.from(person)]);

it('limit frame-judging.at-once: attack, three accounts with three photos each: a stranger’s live picture is looked at, after one of them', async () => {
  await judgeWith(slowlyBoth);
  let looked = 0;
  const photos = Array.from({ length: 9 }, async (_, n) => {
    if (await ask(`account ${n % 3}`)) looked++;
  });
  expect(await look('owner')).toBe('owner');
  expect(looked).toBeLessThanOrEqual(2);
  await Promise.all(photos);
  expect(looked).toBe(7); // two came when as many of the same account waited
});

it('attack, frames of thirty accounts in one network: the owner’s in another waits for one of them, and one in the same for one of each', async () => {
  await judgeWith(slowlyBoth);
  let done = 0;
  const theirs = Array.from({ length: 30 }, (_, n) =>
    look(`account ${n}`, '192.0.2.1').finally(() => done++),
  );
  const neighbor = look('neighbor', '192.0.2.1');
  expect(await look('owner', '198.51.100.1')).toBe('owner');
  expect(done).toBeLessThanOrEqual(2);
  expect(await neighbor).toBe('neighbor');
  await Promise.all(theirs);
});

it('attack, a stream of frames: the owner’s next one never waits for more than one of the stranger’s', async () => {
  await judgeWith(slowlyBoth);
  let ended = false;
  let done = 0;
  const flood = Array.from({ length: 20 }, async (_, n) => {
    while (!ended) {
      if (await look(`account ${n}`, '192.0.2.1')) done++;
      else await pause(5); // refused: sent again
    }
  });
  for (let frames = 0; frames < 4; frames++) {
    const before = done;
    expect(await look('owner', '198.51.100.1')).toBe('owner');
    expect(done - before).toBeLessThanOrEqual(2);
  }
  ended = true;
  await Promise.all(flood);
});

it('limit frame-judging.present-each: a second frame of the same person is to be sent again, and the owner’s is looked at', async () => {
  await judgeWith(slowlyBoth);
  const twice = await Promise.all([look('hasty'), look('hasty'), look('owner')]);
  expect(twice).toEqual(['hasty', undefined, 'owner']);
  expect(await look('hasty')).toBe('hasty');
});
