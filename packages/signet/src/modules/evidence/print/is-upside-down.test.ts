import { describe, expect, it } from 'vitest';
import type { TurnedBox } from '../image/index.ts';
import { isUpsideDown } from './is-upside-down.ts';
import type { LineReader, Way } from './line-reader.ts';

/** Of the length that is asked first, second and so on. */
const boxes: readonly TurnedBox[] = [6, 7, 8, 9].map((length) => ({
  angle: 0,
  center: { x: 500, y: 100 * length },
  width: 40 * length,
  height: 40,
}));

/** Reads each box as so many characters, surely or not, and remembers what it was asked. */
function reads(sureness: Readonly<Record<Way, number>>, text = '0123456789') {
  const asked: Way[] = [];
  const line = (box: TurnedBox, way: Way) => ({
    text,
    certainty: Array.from(text, () => sureness[way]),
    ...box.center,
    width: box.width,
    height: box.height,
  });
  const reader: LineReader = {
    read: async (box, way) => {
      asked.push(way);
      return line(box, way);
    },
    known: line,
  };
  return { reader, asked };
}

const noProof = () => false;

describe('which way up a card lies', () => {
  it('is the way in which its lines are read more surely', async () => {
    expect(await isUpsideDown(reads({ upright: 0.9, over: 0.4 }).reader, boxes, noProof)).toBe(false);
    expect(await isUpsideDown(reads({ upright: 0.4, over: 0.9 }).reader, boxes, noProof)).toBe(true);
  });

  it('takes one line where that is clear, and three where it is not', async () => {
    const [clear, unclear] = [reads({ upright: 0.9, over: 0.3 }), reads({ upright: 0.5, over: 0.4 })];
    await isUpsideDown(clear.reader, boxes, noProof);
    expect(clear.asked.filter((way) => way === 'over')).toHaveLength(1);
    await isUpsideDown(unclear.reader, boxes, noProof);
    expect(unclear.asked.filter((way) => way === 'over')).toHaveLength(3);
  });

  it('is proven by a line that says what only the right way up can say: none is read the other way', async () => {
    const { reader, asked } = reads({ upright: 0.4, over: 0.9 }, '03/14/1983');
    expect(await isUpsideDown(reader, boxes, ({ text }) => text === '03/14/1983')).toBe(false);
    expect(asked).not.toContain('over');
  });
});
