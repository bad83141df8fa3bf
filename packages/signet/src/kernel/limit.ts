declare const declared: unique symbol;

/**
 * A number that bounds what people use up together, and what it does to them. Everything that counts takes a declared one, so
 * that docs/limits.md, which is made of these rows, has them all.
 */
export interface LimitRow {
  readonly most: number;
  /** Milliseconds of the window in which `most` are counted; without one it is how many there are at once, or in all. */
  readonly within?: number;
  /** The operator's setting that says another `most`. */
  readonly setting?: string;
  /** What is counted. */
  readonly counts: string;
  /** What it is counted by: an address, an account, a network. */
  readonly by: string;
  /** The most that somebody else can do to the owner with it. */
  readonly stranger: string;
  /** What the owner still can, then. */
  readonly owner: string;
}

/** A limit that has its row. */
export type Limit<Row extends LimitRow = LimitRow> = Row & { readonly name: string } & {
  readonly [declared]: true;
};

/** A limit in time. */
export type WindowLimit = Limit<LimitRow & { readonly within: number }>;

type Limits<Rows extends Record<string, LimitRow>> = { readonly [Name in keyof Rows]: Limit<Rows[Name]> };

/** The limits of `what`. They stand in a `limits.ts` of their room, where the page of all limits finds them. */
export const limitsOf = <Rows extends Record<string, LimitRow>>(what: string, rows: Rows): Limits<Rows> =>
  Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, { ...row, name: `${what}.${name}` }]),
  ) as unknown as Limits<Rows>;

/** The same limit as an operator set it. */
export const withMost = <Row extends LimitRow>(limit: Limit<Row>, most: number): Limit<Row> => ({
  ...limit,
  most,
});

/** Where the times themselves are kept: what was done before this counts no more. */
export const countedSince = ({ within }: WindowLimit, now: Date): Date => new Date(now.getTime() - within);

/** When one more may be done, if none may be done now. `times`: of what was done, oldest first. */
export function usedUpUntil(limit: WindowLimit, times: readonly Date[], now: Date): Date | undefined {
  const oldest = times.filter((at) => at > countedSince(limit, now)).at(-limit.most);
  return oldest && new Date(oldest.getTime() + limit.within);
}
