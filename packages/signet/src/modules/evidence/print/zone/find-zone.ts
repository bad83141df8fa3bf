import type { TurnedBox } from '../../image/index.ts';
import type { Way } from '../line-reader.ts';
import type { OpenPage } from '../open-page.ts';
import { recognizeText } from '../recognize-text.ts';
import { pitchOf } from './cells.ts';
import { zoneSearch } from './settings.ts';

/** A machine-readable zone (ICAO 9303-3) on a page: its lines from the top, in the pixels of the page the right way up. */
export interface Zone {
  readonly way: Way;
  readonly lines: readonly ZoneLine[];
  /** From the middle of one character to that of the next, as measured where the zone was found. */
  readonly pitch: number;
}

export interface ZoneLine {
  /** Degrees. */
  readonly angle: number;
  /** Where its first character begins, half way up. */
  readonly left: number;
  readonly y: number;
  readonly height: number;
  /** Behind the last character that was found: detection leaves out most fillers. */
  readonly right: number;
}

/**
 * Finds the zone by what it says: capitals, digits and fillers and nothing else, which tells which way up the page lies as
 * well. `count` lines, or undefined.
 */
export async function findZone(page: OpenPage, count: number): Promise<Zone | undefined> {
  const { image, boxes } = page;
  const long = boxes
    .filter(({ width, height }) => width > height * zoneSearch.leastAspect)
    .filter(({ width }) => width > image.cols * zoneSearch.leastShare)
    .sort((a, b) => b.width - a.width)
    .slice(0, zoneSearch.tries);
  for (const box of long) {
    const ways: readonly Way[] = box.center.y > image.rows / 2 ? ['upright', 'over'] : ['over', 'upright'];
    for (const way of ways) {
      const pitch = await zonePitch(page, beginningOf(box, way, image.cols));
      if (pitch === undefined) continue;
      const lines = linesAround(page, box, way);
      if (lines.length >= count) return { way, lines: lines.slice(-count), pitch };
    }
  }
  return undefined;
}

/** So much of a line as tells whether it is of a zone, as it is cut out the right way up: it is read whole when it is one. */
function beginningOf(box: TurnedBox, way: Way, across: number): TurnedBox {
  const width = Math.min(box.width, across * zoneSearch.beginning);
  const aside = ((box.width - width) / 2) * (way === 'upright' ? -1 : 1);
  const radians = (box.angle * Math.PI) / 180;
  const { x, y } = box.center;
  const center = { x: x + aside * Math.cos(radians), y: y + aside * Math.sin(radians) };
  return { ...box, width, center, angle: way === 'upright' ? box.angle : box.angle + 180 };
}

/** The pitch of a line that is one of a zone; undefined of any other. */
async function zonePitch({ cv, models, image }: OpenPage, box: TurnedBox): Promise<number | undefined> {
  const { text, at } = await recognizeText(cv, models, image, box);
  if (!isZoneText(text)) return undefined;
  const pitch = pitchOf([...text].map((character, index) => ({ character, at: at[index] ?? 0 })));
  return pitch && pitch * box.width;
}

const isZoneText = (text: string): boolean => {
  const bare = text.replaceAll(' ', '');
  return bare.length >= zoneSearch.leastCharacters && /^[A-Z0-9<]+$/.test(bare) && bare.includes('<');
};

/** The lines that begin under and over one of the zone, each joined of the pieces in which it was found. */
function linesAround({ image, boxes }: OpenPage, found: TurnedBox, way: Way): ZoneLine[] {
  const lying = (box: TurnedBox): TurnedBox =>
    way === 'upright'
      ? box
      : { ...box, center: { x: image.cols - box.center.x, y: image.rows - box.center.y } };
  const level = boxes.map(lying);
  const anchor = level[boxes.indexOf(found)] ?? lying(found);
  const starts = level
    .filter((box) => Math.abs(leftOf(box) - leftOf(anchor)) < zoneSearch.aligned * anchor.height)
    .filter((box) => box.height > 0.6 * anchor.height && box.height < 1.6 * anchor.height)
    .sort((a, b) => a.center.y - b.center.y);
  const at = starts.indexOf(anchor);
  const near = (one: TurnedBox | undefined, other: TurnedBox | undefined) =>
    one !== undefined &&
    other !== undefined &&
    Math.abs(one.center.y - other.center.y) < zoneSearch.apart * anchor.height;
  let [first, last] = [at, at];
  while (near(starts[first - 1], starts[first])) first--;
  while (near(starts[last + 1], starts[last])) last++;
  return starts.slice(first, last + 1).map((start) => joined(start, level));
}

const leftOf = ({ center, width }: TurnedBox): number => center.x - width / 2;

function joined(start: TurnedBox, boxes: readonly TurnedBox[]): ZoneLine {
  const slope = Math.tan((start.angle * Math.PI) / 180);
  const isOnLine = ({ center }: TurnedBox) =>
    Math.abs(center.y - start.center.y - slope * (center.x - start.center.x)) < start.height / 2;
  const right = Math.max(...boxes.filter(isOnLine).map(({ center, width }) => center.x + width / 2));
  return { angle: start.angle, left: leftOf(start), y: start.center.y, height: start.height, right };
}
