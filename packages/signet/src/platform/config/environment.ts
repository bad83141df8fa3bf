import { Redacted } from '../../kernel/index.ts';
import type { Settings } from './settings.ts';

/**
 * The environment of a child process that is to be of another role and the same in all else, but never the owner of
 * the tables: a worker decodes hostile images, and the schema was brought forward before it is started.
 */
export function childEnvironment(settings: Settings, role: Settings['SIGNET_ROLE']): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, ...toEnvironment(settings), SIGNET_ROLE: role };
  delete environment.SIGNET_DATABASE_OWNER_URL;
  return environment;
}

/** Settings as environment variables: what `loadSettings` reads back. */
function toEnvironment(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, textOf(value, name)]],
    ),
  );
}

function textOf(value: NonNullable<Settings[keyof Settings]>, name: string): string {
  if (name === 'SIGNET_POST_SENDER' && Array.isArray(value)) return value.join('|'); // an address has commas within
  if (value instanceof Redacted) return value.reveal();
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}
