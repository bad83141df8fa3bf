import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FollowedFace, Pose } from '../face.ts';
import { createFaceMatcher } from '../index.ts';
import { similaritySettings } from '../settings.ts';
import { judgeMovement, looksStraight, type Movement, movements } from './index.ts';

const motion = new URL('../../../../../../sandbox/faces/motion/', import.meta.url);
const frame = (name: string) => readFile(new URL(`${name}.jpg`, motion));
/** A picture of a person who does nothing. */
const still = (name: string) => readFile(new URL(`../${name}.jpg`, motion));
const matcher = createFaceMatcher();
const people = ['p02', 'p03', 'p08', 'p10'] as const;

async function follow(...frames: readonly Buffer[]) {
  const followed = await matcher.follow(frames);
  if (!followed.ok) throw new Error(`frame ${followed.frame}: ${followed.problem}`);
  return followed.faces;
}

const frames = {
  straight: ['straight', 'straight-again', 'smile'],
  'turn-left': ['turn-left'],
  'turn-right': ['turn-right'],
  'chin-down': ['chin-down'],
  'open-mouth': ['open-mouth'],
} as const satisfies Record<Movement | 'straight', readonly string[]>;
const names = Object.values(frames).flat();

describe.each(people)('the face of %s', (person) => {
  let seen: Readonly<Record<string, FollowedFace>>;
  beforeAll(async () => {
    const faces = await follow(...(await Promise.all(names.map((name) => frame(`${person}/${name}`)))));
    seen = Object.fromEntries(faces.map((face, at) => [names[at], face]));
  });
  const pose = (name: string): Pose => {
    const face = seen[name];
    if (!face) throw new Error(`no frame ${name}`);
    return face.pose;
  };

  it('looks straight in the straight frames, and not when it is turned or its mouth open', () => {
    const straight = names.filter((name) => looksStraight(pose(name)));
    expect(straight).toEqual([...frames.straight, ...frames['chin-down']]);
  });

  it.each(movements)('%s is seen where it is done, and in none of the other frames', (movement) => {
    const done = names.filter((name) => judgeMovement(movement, pose('straight'), pose(name)) === 'done');
    expect(done).toEqual(frames[movement]);
  });

  it('turned the other way is told from not turned enough', () => {
    expect(judgeMovement('turn-left', pose('straight'), pose('turn-right'))).toBe('other-side');
    expect(judgeMovement('turn-right', pose('straight'), pose('turn-left'))).toBe('other-side');
    expect(judgeMovement('turn-left', pose('straight'), pose('straight-again'))).toBe('more');
  });

  it('attack: one grimace that does two movements counts for neither', () => {
    const [straight, turned, open] = ['straight', 'turn-left', 'open-mouth'].map(pose);
    if (!straight || !turned || !open) throw new Error('a frame is missing');
    const both = { ...turned, widestMouth: open.widestMouth };
    expect(judgeMovement('turn-left', straight, both)).toBe('more');
    expect(judgeMovement('open-mouth', straight, both)).toBe('more');
  });

  it('stays the same through every movement', () => {
    const similarities = Object.values(seen).map(({ similarity }) => similarity);
    expect(Math.min(...similarities)).toBeGreaterThan(similaritySettings.accept);
  });
});

/** A print in front of a camera: turned about its upright axis it grows narrow, tilted it shears. */
const asPrint = async (picture: Buffer, matrix: [[number, number], [number, number]]): Promise<Buffer> => {
  const plain = await sharp(picture).jpeg().toBuffer();
  return sharp(plain).affine(matrix, { background: '#776' }).jpeg().toBuffer();
};

it.each(['p03', 'p06', 'p09'])(
  'the open mouth of %s is seen in most frames, though each is cut and encoded otherwise',
  async (person) => {
    const picture = await frame(`${person}/open-mouth`);
    const shown = await Promise.all(
      [0, 3, 6, 9].flatMap((by) =>
        [95, 30].map((quality) =>
          sharp(picture)
            .extract({ left: by, top: by, width: 480 - 2 * by, height: 480 - 2 * by })
            .resize(480)
            .jpeg({ quality })
            .toBuffer(),
        ),
      ),
    );
    const [straight, ...moved] = await follow(await frame(`${person}/straight`), ...shown);
    if (!straight) throw new Error('no face');
    const seen = moved.filter(({ pose }) => judgeMovement('open-mouth', straight.pose, pose) === 'done');
    expect(seen.length).toBeGreaterThanOrEqual(6);
  },
);

/** Glasses drawn over a picture that looks straight: `shade` is how much of the light they keep away. */
async function wearing(picture: Buffer, shade: number): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(picture).metadata();
  const lens = (x: number) =>
    `<ellipse cx="${x * width}" cy="${0.4375 * height}" rx="${0.08 * width}" ry="${0.065 * width}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <g fill="#101014" fill-opacity="${shade}" stroke="#222" stroke-width="4">${lens(0.41)}${lens(0.59)}</g></svg>`;
  return sharp(picture)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg()
    .toBuffer();
}

describe('dark glasses', () => {
  it.each(people)('over the eyes of %s are seen, clear ones and bare eyes are not', async (person) => {
    const picture = await frame(`${person}/straight`);
    const seen = await follow(picture, await wearing(picture, 0.05), await wearing(picture, 0.93));
    expect(seen.map(({ eyesCovered }) => eyesCovered)).toEqual([false, false, true]);
  });
});

describe('attack: a still picture in place of a living person', () => {
  it.each(['p02_0', 'p03_0', 'p04_0', 'p07_0', 'p12_0'])(
    'the portrait %s, held still, turned or tilted, does none of the movements',
    async (name) => {
      const portrait = await still(name);
      const prints = [
        portrait,
        await asPrint(portrait, [
          [0.8, 0],
          [0, 1],
        ]),
        await asPrint(portrait, [
          [0.6, 0],
          [0, 1],
        ]),
        await asPrint(portrait, [
          [1, 0],
          [0, 0.75],
        ]),
        await asPrint(portrait, [
          [0.85, 0.15],
          [0, 1],
        ]),
        await asPrint(portrait, [
          [0.95, 0.2],
          [-0.2, 0.95],
        ]),
      ];
      const [straight, ...moved] = await follow(portrait, ...prints);
      if (!straight) throw new Error('no face');
      for (const movement of movements)
        expect(moved.map(({ pose }) => judgeMovement(movement, straight.pose, pose))).not.toContain('done');
    },
  );

  it('somebody else who does the movement is not the same face', async () => {
    const [, other] = await follow(await frame('p02/straight'), await frame('p08/turn-left'));
    expect(other?.similarity).toBeLessThan(similaritySettings.accept);
  });

  it('a frame with nobody or with a second face names itself', async () => {
    const straight = await frame('p02/straight');
    const empty = await sharp({ create: { width: 480, height: 480, channels: 3, background: '#8a7a66' } })
      .jpeg()
      .toBuffer();
    expect(await matcher.follow([straight, empty])).toEqual({ ok: false, frame: 1, problem: 'no-face' });
    const two = await sharp(await frame('p02/turn-left'))
      .extend({ right: 480, background: '#776' })
      .composite([{ input: await frame('p08/straight'), left: 480, top: 0 }])
      .jpeg()
      .toBuffer();
    expect(await matcher.follow([straight, two])).toEqual({ ok: false, frame: 1, problem: 'several-faces' });
  });
});
