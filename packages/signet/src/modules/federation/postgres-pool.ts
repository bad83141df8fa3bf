/** The pool's type, for `create-federation.ts`, which may not enter `platform` itself. */
export type { Pool } from '../../platform/postgres/index.ts';
