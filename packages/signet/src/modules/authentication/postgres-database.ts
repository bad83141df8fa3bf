/** The database's type, for the composition in `ports.ts`, which may not enter `platform` itself. */
export type { Database } from '../../platform/postgres/index.ts';
