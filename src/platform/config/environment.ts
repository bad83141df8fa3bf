import { Redacted } from '../../kernel/index.ts';
import type { Settings } from './settings.ts';

/** Settings as the environment of a child process: what `loadSettings` there reads back. */
export function toEnvironment(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, textOf(value)]])),
  );
}

function textOf(value: NonNullable<Settings[keyof Settings]>): string {
  if (value instanceof Redacted) return value.reveal();
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}
