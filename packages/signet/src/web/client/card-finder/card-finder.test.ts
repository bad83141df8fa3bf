import { beforeAll, describe, expect, it } from 'vitest';
import { renderLicense, renderPassport } from '../../../../../../sandbox/documents/index.ts';
import { sandboxPeople } from '../../../../../../sandbox/index.ts';
import {
  cardOf,
  type SceneOptions,
  scene,
  tables,
} from '../../../../../../test/support/photos/card-scenes.ts';
import { findCard } from './find-card.ts';
import { lookAtCard } from './look-at-card.ts';
import type { Corners } from './quadrilateral.ts';
import { Shutter } from './shutter.ts';

type Card = Awaited<ReturnType<typeof cardOf>>;
let front: Card;
let back: Card;
let page: Card;
beforeAll(async () => {
  const ana = sandboxPeople.find(({ id }) => id === 'ana-rivera');
  if (!ana) throw new Error('Ana is gone');
  const license = await renderLicense(ana, { rotateDegrees: 0 });
  [front, back, page] = await Promise.all([
    cardOf(license.front),
    cardOf(license.back),
    cardOf(await renderPassport(ana, { rotateDegrees: 0 })),
  ]);
}, 60_000);

/** The corner that is farthest from where it is, in widths of the card. */
function offBy(
  found: Corners | undefined,
  corners: readonly { readonly x: number; readonly y: number }[],
): number {
  if (!found) return Number.POSITIVE_INFINITY;
  const [a, b] = corners;
  if (!a || !b) throw new Error('no card is shown');
  const far = corners.map(({ x, y }, at) => Math.hypot(x - (found[at]?.x ?? 0), y - (found[at]?.y ?? 0)));
  return Math.max(...far) / Math.hypot(b.x - a.x, b.y - a.y);
}

const plainTables = ['dark', 'wood', 'pale'] as const;
const held: Readonly<Record<string, SceneOptions>> = {
  'filling the frame': { share: 0.84 },
  'far away': { share: 0.5 },
  'between fingers, a little turned and leaning': { fingers: true, degrees: 4, lean: { x: 0.06, y: 0.04 } },
  'turned by eight degrees': { degrees: -8, share: 0.7 },
  'leaning, beside the middle': { lean: { x: -0.12, y: 0.08 }, share: 0.75, offset: { x: 0.03, y: -0.04 } },
  'in poor light': { light: 0.4 },
  'on an upright phone': { width: 480, height: 640, share: 0.84 },
};

describe.each(plainTables)('on a %s table', (table) => {
  it.each(Object.entries(held))('a card %s is found to its corners', async (_how, options) => {
    const shown = await scene(table === 'dark' ? back : front, { table, seed: 11, ...options });
    expect(offBy(findCard(shown, 'card'), shown.corners)).toBeLessThan(0.04);
  });
});

describe('nothing is found', () => {
  it.each(tables)('on a %s table without a card', async (table) => {
    for (const seed of [1, 2, 3])
      expect(findCard(await scene(undefined, { table, seed }), 'card')).toBeUndefined();
  });

  it.each(tables)('on a %s table where a part of the card is outside of the picture', async (table) => {
    const shown = await scene(front, { table, offset: { x: 0.25, y: 0 } });
    expect(findCard(shown, 'card')).toBeUndefined();
  });

  it('on a picture of one color, and on one of noise', () => {
    const blank = { width: 320, height: 240, rgba: new Uint8ClampedArray(320 * 240 * 4).fill(90) };
    expect(findCard(blank, 'card')).toBeUndefined();
    const noise = blank.rgba.map(() => Math.random() * 255);
    expect(findCard({ ...blank, rgba: noise }, 'card')).toBeUndefined();
  });
});

describe('a look', () => {
  const large = { width: 960, height: 720 };
  it.each([
    ['good', {}, undefined],
    ['good', { fingers: true, share: 0.75 }, undefined],
    ['far away', { share: 0.5 }, 'closer'],
    ['turned', { degrees: 9, share: 0.75 }, 'straighter'],
    ['leaning', { lean: { x: 0.18, y: 0 }, share: 0.75 }, 'straighter'],
    ['out of focus', { blur: 2.5 }, 'blur'],
    ['in a dark room', { light: 0.2 }, 'darkness'],
    ['under a lamp', { lamp: { x: 0.5, y: 0.42, radius: 0.16 } }, 'glare'],
    ['cut off', { offset: { x: 0.25, y: 0 } }, 'no-card'],
  ] as const)('at a card that is %s %o says %s', async (_how, options, obstacle) => {
    const shown = await scene(front, { ...large, table: 'wood', ...options });
    expect(lookAtCard(shown, 'card').obstacle).toBe(obstacle);
  });

  it('at a passport’s page takes its shape, and not that of a card', async () => {
    const shown = await scene(page, { ...large, table: 'dark' });
    expect(lookAtCard(shown, 'passport').obstacle).toBeUndefined();
  });
});

describe('the shutter', () => {
  const corners = (by: number): Corners => [
    { x: 10 + by, y: 10 },
    { x: 110 + by, y: 10 },
    { x: 110 + by, y: 73 },
    { x: 10 + by, y: 73 },
  ];
  const good = { corners: corners(0) };

  it('is released once the card was good and in its place for several pictures', () => {
    const shutter = new Shutter();
    const turns = Array.from({ length: 5 }, () => shutter.take(good));
    expect(turns.map(({ release }) => release)).toEqual([false, false, false, false, true]);
    expect(turns.at(-1)?.advice).toBe('still');
  });

  it('is not released while the card moves, or where one picture in between was not good', () => {
    const moving = new Shutter();
    for (let n = 0; n < 20; n += 1) expect(moving.take({ corners: corners(n * 4) }).release).toBe(false);
    const broken = new Shutter();
    for (let n = 0; n < 20; n += 1)
      expect(broken.take(n % 4 === 3 ? { ...good, obstacle: 'glare' } : good).release).toBe(false);
  });

  it('says nothing that was seen in one picture only', () => {
    const shutter = new Shutter();
    for (let n = 0; n < 4; n += 1) shutter.take({ ...good, obstacle: 'closer' });
    expect(shutter.take({ obstacle: 'no-card' }).advice).toBe('closer');
    expect(shutter.take({ ...good, obstacle: 'closer' }).advice).toBe('closer');
  });
});
