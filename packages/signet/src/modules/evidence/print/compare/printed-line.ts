/** One line of text read from an upright card; the box's center and size are in the card's pixels. */
export interface PrintedLine {
  readonly text: string;
  /** 0..1 for each character of `text`. */
  readonly certainty: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The text of a line that was found and is not read (yet): it may say anything. */
export const UNREAD = '\uFFFD';

const left = (line: PrintedLine) => line.x - line.width / 2;

/** Lines on the same row to the right of one, nearest first. */
export function rightOf(line: PrintedLine, lines: readonly PrintedLine[]): PrintedLine[] {
  return lines
    .filter((other) => other !== line && left(other) > line.x)
    .filter((other) => Math.abs(other.y - line.y) < 0.6 * Math.max(line.height, other.height))
    .sort((a, b) => left(a) - left(b));
}

/** The line right under (`step` 1) or over (-1) one, where both begin at the same left edge; two line heights at most. */
export function alignedNeighbor(
  line: PrintedLine,
  lines: readonly PrintedLine[],
  step: 1 | -1,
): PrintedLine | undefined {
  const reach = 2.5 * line.height;
  return lines
    .filter((other) => other !== line && Math.abs(left(other) - left(line)) < line.height)
    .map((other) => ({ other, gap: (other.y - line.y) * step }))
    .filter(({ gap }) => gap > 0.5 * line.height && gap < reach)
    .sort((a, b) => a.gap - b.gap)[0]?.other;
}

/** Letters that no mark makes of another. What `toUpperCase` makes of ß is two already. */
const UNMARKED: Readonly<Record<string, string>> = {
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Æ: 'AE',
  Œ: 'OE',
  ẞ: 'SS',
};

/** Capitals and digits only, accents off: print, barcode and OCR disagree in everything else. */
export function bare(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[ØŁĐÐÞÆŒẞ]/g, (letter) => UNMARKED[letter] ?? letter)
    .replaceAll(/[^A-Z0-9]/g, '');
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
};

/** `bare`, with letters that OCR takes for digits made those digits: for telling alike, never for showing. */
export function folded(text: string): string {
  return bare(text).replaceAll(/[OQDILSBZ]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/** Levenshtein's edit distance. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
