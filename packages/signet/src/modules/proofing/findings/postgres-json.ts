import type { ColumnType } from 'kysely';

/** A jsonb column: read as what it holds, written as text (the driver takes an array for a PostgreSQL array). */
export type JsonColumn<T> = ColumnType<T, string | null, string | null>;
