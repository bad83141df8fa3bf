import type { TurnedBox } from '../image/index.ts';
import type { PrintedLine } from './compare/index.ts';
import type { LineReader } from './line-reader.ts';
import { wayUp } from './settings.ts';

/**
 * A few middling lines, read both ways: upside down the model is unsure of what it sees. A line that reads as what only
 * the right way up can say needs no other reading.
 */
export async function isUpsideDown(
  reader: LineReader,
  boxes: readonly TurnedBox[],
  isProof: (line: PrintedLine) => boolean,
): Promise<boolean> {
  const offLength = (box: TurnedBox) => Math.abs(box.width / box.height - wayUp.aspect);
  const sample = [...boxes].sort((a, b) => offLength(a) - offLength(b)).slice(0, wayUp.lines);
  for (const box of sample) if (isProof(await reader.read(box, 'upright'))) return false;
  let balance = 0;
  for (const box of sample) {
    balance += sureness(await reader.read(box, 'upright')) - sureness(await reader.read(box, 'over'));
    if (Math.abs(balance) >= wayUp.clear) break;
  }
  return balance < 0;
}

const sureness = ({ certainty }: PrintedLine): number => certainty.reduce((sum, one) => sum + one * one, 0);
