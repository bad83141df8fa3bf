import { zoneReading } from './settings.ts';

/** One character of a line of a zone, and where on it, from 0 to 1. */
export interface ReadCharacter {
  readonly character: string;
  readonly at: number;
}

/** What was recognized on one line. */
export interface ReadLine {
  readonly characters: readonly ReadCharacter[];
  /** The likeliest character where none was found. */
  readonly likeliestAt: (at: number) => string;
}

/**
 * The characters as so many equal cells. Networks count runs of fillers wrongly and swallow a thin letter, and where each
 * character stands tells: a gap between fillers, or between the last of them and the line's end, is fillers; any other
 * holds what is likeliest there, which check digits and print then bear out or not.
 */
export function toCells({ characters, likeliestAt }: ReadLine, cells: number): string | undefined {
  const pitch = pitchOf(characters);
  if (pitch === undefined) return undefined;
  let text = '';
  let previous: ReadCharacter | undefined;
  for (const one of characters) {
    const from = previous ?? one;
    const missing = Math.max(0, Math.round((one.at - from.at) / pitch) - 1);
    const isRun = from.character === FILLER && one.character === FILLER;
    for (let gap = 1; gap <= missing; gap++)
      text += isRun ? FILLER : likeliestAt(from.at + ((one.at - from.at) * gap) / (missing + 1));
    text += one.character;
    previous = one;
  }
  if (text.length > cells)
    return text.slice(cells).replaceAll(FILLER, '') === '' ? text.slice(0, cells) : undefined;
  return text.length === cells || text.endsWith(FILLER) ? text.padEnd(cells, FILLER) : undefined;
}

const FILLER = '<';

/** The mean of the distances that are one cell's. */
export function pitchOf(characters: readonly ReadCharacter[]): number | undefined {
  const steps = characters.slice(1).map(({ at }, index) => at - (characters[index]?.at ?? 0));
  const median = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)];
  if (median === undefined) return undefined;
  const single = steps.filter((step) => step < median * zoneReading.gap && step * zoneReading.gap > median);
  return single.length === 0 ? undefined : single.reduce((sum, step) => sum + step, 0) / single.length;
}
