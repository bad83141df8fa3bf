import { AppError } from './app-error.ts';

/** How something is written down that outlives a release, and read again by a later one. */
export interface KeptFormat<T> {
  write(value: T): object;
  /** Brings what an earlier release wrote up to date and checks it; a fault for anything else. */
  read(kept: unknown): T;
}

/**
 * `migrations` lead from each format to the next, beginning with 1, so that what is kept never has to be rewritten in
 * place. Data of a newer release is refused: this one would lose what it
 * does not know.
 */
export function keptFormat<T extends object>(
  name: string,
  schema: { parse(value: unknown): T },
  migrations: readonly ((earlier: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>)[],
): KeptFormat<T> {
  const current = migrations.length + 1;
  return {
    write: (value) => ({ ...value, format: current }),
    read(kept) {
      const { format, value } = withFormat(name, kept);
      if (format > current) throw new AppError('kept-by-a-newer-release', { message: `${name} ${format}` });
      return schema.parse(migrations.slice(format - 1).reduce((earlier, migrate) => migrate(earlier), value));
    },
  };
}

function withFormat(name: string, kept: unknown) {
  if (typeof kept !== 'object' || kept === null) {
    throw new AppError('kept-unreadable', { message: `${name} is no object` });
  }
  const { format, ...value }: Readonly<Record<string, unknown>> = { ...kept };
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    throw new AppError('kept-unreadable', { message: `${name} has no format` });
  }
  return { format, value };
}
