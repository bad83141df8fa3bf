import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderLicense } from '../../../../sandbox/documents/index.ts';
import { faceJpeg, shownInFrame } from '../../../../sandbox/faces/face-jpeg.ts';
import { findPerson } from '../../../../sandbox/people/people.ts';
import { evaluate } from '../commands/evaluate.ts';
import { openLog } from '../platform/log/index.ts';
import { readMeasured } from './measured.ts';

let dir: string;
let said: string;
const at = (...names: string[]) => path.join(dir, ...names);

async function put(folder: string, files: Readonly<Record<string, Buffer | object>>): Promise<void> {
  await mkdir(at(folder), { recursive: true });
  for (const [name, content] of Object.entries(files))
    await writeFile(at(folder, name), Buffer.isBuffer(content) ? content : JSON.stringify(content));
}

/** Nothing is opened by this command: were anything, it would fail here. */
async function run(...args: string[]): Promise<string> {
  const outcome = await evaluate.read(args)?.(undefined as never);
  if (typeof outcome !== 'string') throw new Error('the command was written wrong');
  return outcome;
}

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'signet-evaluation-'));
  const [ana, jose] = [findPerson('ana-rivera'), findPerson('jose-nunez-ortiz')];
  if (!ana || !jose) throw new Error('the sandbox has lost its people');
  const names = ['p02_0', 'p02_1', 'p03_0', 'p03_2'] as const;
  await put(
    'faces',
    Object.fromEntries(await Promise.all(names.map(async (name) => [`${name}.jpg`, await faceJpeg(name)]))),
  );
  await put('.', { 'pairs.jsonl': Buffer.from(pairs) });

  const frame = (what: Parameters<typeof shownInFrame>[1]) => shownInFrame('p02_0', what);
  const movements = { 'turn-left': 'l.jpg', 'turn-right': 'r.jpg', 'chin-down': 'd.jpg' };
  const frames = {
    'd.jpg': await frame('chin-down'),
    'l.jpg': await frame('turn-left'),
    'r.jpg': await frame('turn-right'),
  };
  const both = { 'portrait.jpg': await faceJpeg('p02_0'), 's.jpg': await frame('straight') };
  const attack = { document: 'portrait.jpg', straight: 's.jpg', movements };
  await put('attacks/bona-fide/one', { ...both, ...frames, 'attack.json': attack });
  await put('attacks/print/one', {
    ...both,
    'attack.json': {
      ...attack,
      movements: { 'turn-left': 's.jpg', 'turn-right': 's.jpg', 'open-mouth': 's.jpg' },
    },
  });
  await put('attacks/stolen portrait/one', {
    ...frames,
    'portrait.jpg': await faceJpeg('p08_0'),
    's.jpg': both['s.jpg'],
    'attack.json': attack,
  });

  const photos = { front: 'front.jpg', back: 'back.jpg' };
  const of = async (person: typeof ana) => await renderLicense(person);
  const [hers, his] = [await of(ana), await of(jose)];
  await put('documents/genuine/ana', {
    'document.json': { kind: 'license', photos },
    'front.jpg': hers.front,
    'back.jpg': hers.back,
  });
  await put('documents/forged/other back/ana', {
    'document.json': { kind: 'license', photos },
    'front.jpg': hers.front,
    'back.jpg': his.back,
  });
  await put('documents/forged/no photo/one', {
    'document.json': { kind: 'license', photos },
    'front.jpg': Buffer.from('none'),
    'back.jpg': his.back,
  });

  await run('key', at('laboratory'));
  await run('key', at('stranger'));
  said = await run(
    ...['--key', at('laboratory'), '--report', at('report.json')],
    ...['--faces', at('faces'), '--pairs', at('pairs.jsonl')],
    ...['--attacks', at('attacks'), '--documents', at('documents'), '--specimens'],
  );
}, 120_000);
afterAll(() => rm(dir, { recursive: true }));

const pairs = [
  { document: 'p02_0.jpg', selfie: 'p02_1.jpg', same: true, groups: ['a'] },
  { document: 'p03_0.jpg', selfie: 'p03_2.jpg', same: true, groups: ['b'] },
  { document: 'p02_0.jpg', selfie: 'p03_2.jpg', same: false, groups: ['a', 'b'] },
]
  .map((pair) => JSON.stringify(pair))
  .join('\n');

async function reportOf(file = 'report.json') {
  return JSON.parse(await readFile(at(file), 'utf8'));
}

/** What a start makes of these settings, and what its log says. */
async function start(reports: readonly string[], keys: readonly string[]) {
  const log: { report: string; check: string; lacks: string[] }[] = [];
  const quiet = { ...openLog('silent'), info: (line: (typeof log)[number]) => log.push(line) } as never;
  const settings = {
    SIGNET_EVALUATION_REPORTS: reports.map((one) => at(one)),
    SIGNET_EVALUATOR_KEYS: keys.map((one) => at(one)),
  };
  return { measured: await readMeasured(settings, quiet), log };
}

describe('A15, A16, A18: error rates that are measured with the models that run', () => {
  it('says what went wrong how often, in each group and of each instrument', async () => {
    const { faces, attacks, documents } = await reportOf();
    const none = (of: number) => expect.objectContaining({ errors: 0, of });
    expect(faces).toMatchObject({ falseMatch: none(1), falseNonMatch: none(2), corpus: { files: 4 } });
    expect(faces.groups.map(({ name }: { name: string }) => name)).toEqual(['a', 'b']);
    expect(attacks).toMatchObject({
      instruments: [
        { name: 'print', accepted: none(1) },
        { name: 'stolen portrait', accepted: none(1) },
      ],
      bonaFideRejected: none(1),
    });
    expect(documents).toMatchObject({ specimens: true, falseAcceptance: none(2), falseRejection: none(1) });
    expect(said).toContain('false match (FMR)');
    expect(said).toContain('document   would not count: made-up-documents');
  });

  it('lets nothing count that too little was tried for, and the log says what it was', async () => {
    const { measured, log } = await start(['report.json'], ['stranger.pub', 'laboratory.pub']);
    expect(measured).toEqual({ face: false, liveness: false, document: false });
    expect(log.map(({ check, lacks }) => [check, lacks])).toEqual([
      ['face', ['false-match-rate', 'false-non-match-rate']],
      ['liveness', ['attacks-accepted']],
      ['document', ['made-up-documents', 'false-acceptance-rate', 'false-rejection-rate']],
    ]);
  });

  it('without a report nothing counts', async () => {
    expect((await start([], [])).measured).toEqual({ face: false, liveness: false, document: false });
  });
});

describe('attack: a report that makes checks count', () => {
  it('by a figure changed after it was signed', async () => {
    const text = await readFile(at('report.json'), 'utf8');
    await writeFile(at('better.json'), text.replace('"specimens": true', '"specimens": false'));
    await writeFile(at('better.json.sig'), await readFile(at('report.json.sig')));
    await expect(start(['better.json'], ['laboratory.pub'])).rejects.toThrow(
      /better\.json is not signed by a key/,
    );
  });

  it('by somebody whom nobody named', async () => {
    await expect(start(['report.json'], ['stranger.pub'])).rejects.toThrow(
      /SIGNET_EVALUATION_REPORTS: .*report\.json is not signed by a key that SIGNET_EVALUATOR_KEYS names/,
    );
  });

  it('without a signature beside it, or with a file that is no key', async () => {
    await writeFile(at('alone.json'), '{}');
    await expect(start(['alone.json'], ['laboratory.pub'])).rejects.toThrow(
      /alone\.json\.sig cannot be read/,
    );
    await expect(start(['report.json'], ['report.json'])).rejects.toThrow(/SIGNET_EVALUATOR_KEYS/);
  });

  it('by a picture from outside the folder that the report stands for', async () => {
    await put('.', {
      'outside.jsonl': Buffer.from('{"document":"../pairs.jsonl","selfie":"p02_1.jpg","same":true}'),
    });
    const args = [
      '--key',
      at('laboratory'),
      '--report',
      at('no.json'),
      '--faces',
      at('faces'),
      '--pairs',
      at('outside.jsonl'),
    ];
    await expect(run(...args)).rejects.toThrow(/\.\.\/pairs\.jsonl lies outside/);
  });
});

it('a slip in the command is answered with how it is written', () => {
  for (const args of [
    [],
    ['--key', 'k', '--report', 'r'],
    ['--key', 'k', '--report', 'r', '--faces', 'f'],
    ['key'],
    ['key', 'a', 'b'],
  ])
    expect(evaluate.read(args)).toBeUndefined();
});
