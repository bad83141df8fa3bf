import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counts, untoldIn } from './suppress.ts';

/** With sums at the right and below. */
const withSums = (cells: readonly (readonly number[])[]): Counts => {
  const rows = cells.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  return [...rows, (rows[0] ?? []).map((_count, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))];
};

const told = (counts: Counts, least: number) => {
  const untold = untoldIn(counts, least);
  return counts.map((row, at) => row.map((count, across) => (untold[at]?.[across] ? '-' : count)));
};

describe('small counts', () => {
  it('stay untold, with others beside them, so that no sum gives one away', () => {
    expect(
      told(
        withSums([
          [40, 3],
          [60, 50],
        ]),
        10,
      ),
    ).toEqual([
      ['-', '-', 43],
      ['-', '-', 110],
      [100, 53, 153],
    ]);
  });

  it('are no secret where there is none', () => {
    const counts = withSums([
      [40, 30],
      [60, 0],
    ]);
    expect(told(counts, 10)).toEqual(counts);
  });

  it('attack: two small ones in a line add up to a small one, so a third stays untold with them', () => {
    const [row] = told(
      withSums([
        [2, 3, 80, 90],
        [50, 50, 50, 50],
      ]),
      10,
    );
    expect(row?.filter((count) => count === '-').length).toBeGreaterThan(2);
  });

  it('attack: whoever knows all sums and all that is told cannot compute one that is untold', () => {
    const table = fc
      .array(fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 })
      .map(withSums);
    fc.assert(
      fc.property(table, (counts) => {
        const untold = untoldIn(counts, 10);
        for (const [row, cells] of counts.entries()) {
          for (const [column, count] of cells.entries()) {
            if (count > 0 && count < 10) expect(untold[row]?.[column]).toBe(true);
          }
        }
        expect(computable(untold)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/**
 * Which untold counts follow from the sums: an equation for each row and each column, solved by elimination. One that stands
 * alone in an equation of what is left is known.
 */
function computable(untold: readonly (readonly boolean[])[]): readonly number[] {
  const width = untold[0]?.length ?? 0;
  const unknown = untold.flatMap((row, at) => row.flatMap((is, across) => (is ? [at * width + across] : [])));
  const sumAt = (line: readonly number[]): number[] =>
    unknown.map((cell) => (line.includes(cell) ? (cell === line.at(-1) ? -1 : 1) : 0));
  const rows = untold.map((_row, at) =>
    Array.from({ length: width }, (_cell, across) => at * width + across),
  );
  const columns = Array.from({ length: width }, (_c, across) =>
    untold.map((_row, at) => at * width + across),
  );
  const equations = [...rows, ...columns].map(sumAt);
  let done = 0;
  for (let variable = 0; variable < unknown.length; variable++) {
    const pivot = equations.findIndex(
      (equation, at) => at >= done && Math.abs(equation[variable] ?? 0) > 1e-9,
    );
    if (pivot < 0) continue;
    const [found] = equations.splice(pivot, 1);
    if (!found) continue;
    const scale = found[variable] ?? 1;
    const scaled = found.map((value) => value / scale);
    for (const [at, equation] of equations.entries()) {
      const factor = equation[variable] ?? 0;
      equations[at] = equation.map((value, index) => value - factor * (scaled[index] ?? 0));
    }
    equations.splice(done++, 0, scaled);
  }
  return equations.flatMap((equation) => {
    const left = equation.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [index] : []));
    return left.length === 1 ? left : [];
  });
}
