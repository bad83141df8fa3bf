import type { SelfDescription } from '../../risk/index.ts';

/** Where a request comes from, to count by: the client's network address. Kept only as a keyed digest. */
export type Source = string;

/** What a request says of where it comes from. It goes with the request's `Presence`; nothing of it is kept in clear. */
export interface Circumstances extends SelfDescription {
  readonly source: Source;
  /** The random name in the browser's own long-lived cookie: what this browser is known by, and by nothing else. */
  readonly device?: string | undefined;
}
