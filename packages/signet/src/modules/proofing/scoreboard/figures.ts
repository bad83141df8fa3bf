import { countedSteps, type Length, lengths, type PassageOutcome, passageOutcomes } from './passage.ts';
import type { CountedPassage, PassageStore } from './ports.ts';
import { type Counts, type Untold, untoldIn } from './suppress.ts';

/** How it went for some: `undefined` stays untold, since it could tell of somebody. */
export type FiguresLine = {
  readonly name: string;
  /** Of all that ended: the sum of the others. */
  readonly started: number | undefined;
  /** Within which time half of them were over. */
  readonly half: Length | undefined;
} & { readonly [Outcome in PassageOutcome]: number | undefined };

export const figureTables = ['path', 'step', 'language', 'device'] as const;
export type FigureTable = (typeof figureTables)[number];

/** Of cases that ended from `since` to the day before `until`. */
export interface Figures {
  readonly since: string;
  readonly until: string;
  /** No smaller count is told. */
  readonly least: number;
  readonly total: FiguresLine;
  readonly by: { readonly [Table in FigureTable]: readonly FiguresLine[] };
}

/** Counts that are told: cases by what they were, and the steps of all of them. */
export async function figuresOf(
  store: Pick<PassageStore, 'between'>,
  { since, until, least }: { readonly since: string; readonly until: string; readonly least: number },
): Promise<Figures> {
  const passages = await store.between(since, until);
  const cases = passages.filter(({ step }) => step === 'case');
  const groups = {
    path: grouped(cases, ({ document, way }) => `${document}/${way}`),
    language: grouped(cases, ({ language }) => language),
    device: grouped(cases, ({ device }) => device),
  };
  const [path, language, device] = untoldTogether([groups.path, groups.language, groups.device], least);
  const ofSteps = passages.filter(({ step }) => step !== 'case');
  const steps = grouped(ofSteps, ({ step }) => step);
  const totals = linesOf({ all: cases }, path?.slice(-1) ?? []);
  const total = totals[0] ?? emptyLine('all');
  return {
    since,
    until,
    least,
    total,
    by: {
      path: linesOf(groups.path, path ?? []),
      language: linesOf(groups.language, language ?? []),
      device: linesOf(groups.device, device ?? []),
      // these people are those of the other tables: what is untold of them all would follow from their steps
      step: isTold(total) ? linesOf(steps, untoldIn(countsOf(steps), least)) : [],
    },
  };
}

const isTold = (line: FiguresLine): boolean =>
  passageOutcomes.every((outcome) => line[outcome] !== undefined) && line.started !== undefined;

type Groups = Readonly<Record<string, readonly CountedPassage[]>>;

function grouped(passages: readonly CountedPassage[], nameOf: (passage: CountedPassage) => string): Groups {
  const groups: Record<string, CountedPassage[]> = {};
  for (const passage of inOrder(passages, nameOf)) {
    const name = nameOf(passage);
    groups[name] = [...(groups[name] ?? []), passage];
  }
  return groups;
}

/** Steps as people meet them, the rest by name: no order tells of a count. */
const inOrder = (passages: readonly CountedPassage[], nameOf: (passage: CountedPassage) => string) =>
  passages.toSorted(
    (a, b) =>
      countedSteps.indexOf(a.step) - countedSteps.indexOf(b.step) || nameOf(a).localeCompare(nameOf(b)),
  );

const countIn = (passages: readonly CountedPassage[], outcome?: PassageOutcome): number =>
  passages.reduce((sum, one) => sum + (outcome === undefined || one.outcome === outcome ? one.count : 0), 0);

const rowOf = (passages: readonly CountedPassage[]): readonly number[] => [
  ...passageOutcomes.map((outcome) => countIn(passages, outcome)),
  countIn(passages),
];

const countsOf = (groups: Groups): Counts => {
  const each = Object.values(groups);
  return [...each.map(rowOf), rowOf(each.flat())];
};

/** The same sums stand under each of these tables: what stays untold in one stays untold in all. */
function untoldTogether(tables: readonly Groups[], least: number): readonly Untold[] {
  const counts = tables.map(countsOf);
  let sums: readonly number[] = [];
  for (;;) {
    const untold = counts.map((table) =>
      untoldIn(
        table,
        least,
        sums.map((column) => ({ row: table.length - 1, column })),
      ),
    );
    const hidden = untold.flatMap((table) =>
      (table.at(-1) ?? []).flatMap((isHidden, column) => (isHidden ? [column] : [])),
    );
    const all = [...new Set(hidden)];
    if (all.length === sums.length) return untold;
    sums = all;
  }
}

function linesOf(groups: Groups, untold: Untold): readonly FiguresLine[] {
  return Object.entries(groups).map(([name, passages], row) => {
    const told = rowOf(passages).map((count, column) => (untold[row]?.[column] ? undefined : count));
    const [passed, failed, person, left, started] = told;
    return { name, started, passed, failed, person, left, half: started ? halfOf(passages) : undefined };
  });
}

const emptyLine = (name: string): FiguresLine => ({
  name,
  started: 0,
  passed: 0,
  failed: 0,
  person: 0,
  left: 0,
  half: undefined,
});

function halfOf(passages: readonly CountedPassage[]): Length | undefined {
  const half = countIn(passages) / 2;
  let reached = 0;
  return lengths.find(({ name }) => {
    reached += countIn(passages.filter(({ length }) => length === name));
    return reached >= half;
  })?.name;
}
