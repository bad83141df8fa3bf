import type { Lang } from '../language/index.ts';

/** What every page of an agency is framed with. */
export interface Frame {
  readonly lang: Lang;
  /** The path of this page, for the switch of language. */
  readonly path: string;
  /** The token of the session's forms; undefined for a visitor. */
  readonly formToken: string | undefined;
  /** The form is shown with what was filled in before the session ran out. */
  readonly kept?: boolean;
}
