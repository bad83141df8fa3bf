import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Undefined for a slip: an option that does not exist, one without its value, a word where none is taken. */
export function parseOrUndefined<const Config extends ParseArgsConfig>(
  args: readonly string[],
  config: Config,
): ReturnType<typeof parseArgs<Config>> | undefined {
  try {
    return parseArgs<Config>({ ...config, args: [...args] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'))
      return undefined;
    throw error;
  }
}
