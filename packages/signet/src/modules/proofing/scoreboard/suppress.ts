/** A table of counts whose last row and last column are the sums of the others. */
export type Counts = readonly (readonly number[])[];

/** Where a count stays untold. */
export type Untold = readonly (readonly boolean[])[];

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Small counts stay untold, and so many others with them that no sum gives one away (complementary suppression): in each row
 * and column that has an untold count there is a second one, together they are no small count either, and none stands alone
 * between two groups of others, where it would follow from them. `also`: untold whatever they are.
 */
export function untoldIn(counts: Counts, least: number, also: readonly Place[] = []): Untold {
  const untold = counts.map((row) => row.map((count) => count > 0 && count < least));
  for (const { row, column } of also) mark(untold, { row, column });
  for (;;) {
    const more = nextToHide(counts, untold, least);
    if (more.length === 0) return untold;
    for (const place of more) mark(untold, place);
  }
}

const mark = (untold: boolean[][], { row, column }: Place): void => {
  const cells = untold[row];
  if (cells) cells[column] = true;
};

function nextToHide(counts: Counts, untold: Untold, least: number): readonly Place[] {
  for (const line of linesOf(counts)) {
    const hidden = line.filter((place) => isUntold(untold, place));
    const shown = line.filter((place) => !isUntold(untold, place));
    const sum = hidden.reduce((total, place) => total + countAt(counts, place), 0);
    if (hidden.length === 0 || shown.length === 0 || (hidden.length > 1 && sum >= least)) continue;
    return [cheapest(counts, shown)];
  }
  const alone = places(counts).find((place) => isUntold(untold, place) && isBridge(untold, place));
  const beside = alone ? places(counts).filter(({ row }) => row === alone.row) : [];
  return beside.filter((place) => !isUntold(untold, place));
}

/** What is least missed: the smallest count that says something, and a zero only where there is no other. */
const cheapest = (counts: Counts, from: readonly Place[]): Place =>
  from.reduce((best, place) => (cost(countAt(counts, place)) < cost(countAt(counts, best)) ? place : best));
const cost = (count: number): number => (count === 0 ? Number.POSITIVE_INFINITY : count);

const countAt = (counts: Counts, { row, column }: Place): number => counts[row]?.[column] ?? 0;
const isUntold = (untold: Untold, { row, column }: Place): boolean => untold[row]?.[column] === true;

const places = (counts: Counts): readonly Place[] =>
  counts.flatMap((cells, row) => cells.map((_count, column) => ({ row, column })));

function linesOf(counts: Counts): readonly (readonly Place[])[] {
  const all = places(counts);
  const rows = counts.map((_cells, row) => all.filter((place) => place.row === row));
  const columns = (counts[0] ?? []).map((_count, column) => all.filter((place) => place.column === column));
  return [...rows, ...columns];
}

/**
 * Of rows and columns as points, and untold counts as lines between them, a line without which its ends fall apart can be
 * computed from the sums; every other one cannot.
 */
function isBridge(untold: Untold, { row, column }: Place): boolean {
  const reachedRows = new Set([row]);
  const reachedColumns = new Set<number>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [at, cells] of untold.entries()) {
      for (const [across, hidden] of cells.entries()) {
        if (!hidden || (at === row && across === column)) continue;
        if (reachedRows.has(at) === reachedColumns.has(across)) continue;
        reachedRows.add(at);
        reachedColumns.add(across);
        grown = true;
      }
    }
  }
  return !reachedColumns.has(column);
}
