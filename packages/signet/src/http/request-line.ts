/** One request in the log: what was asked and how it went, and nothing that opens anything. */
export interface RequestLine {
  readonly method: string;
  /** Without what stands after `?`, and without identifiers. */
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly reference: string;
}

/** An identifier in a path is a key: it stays out of the log. */
export const routeOf = (path: string): string => path.replace(/[\w-]{20,}/g, ':id');

/** How long it took since then, in whole milliseconds. */
export const sinceMs = (started: number): number => Math.round(performance.now() - started);
