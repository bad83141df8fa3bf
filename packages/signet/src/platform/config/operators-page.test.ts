import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../../../../../test/support/repository.ts';
import { Redacted } from '../../kernel/index.ts';
import { settingsSchema } from './settings.ts';

/** A default as an operator would write it, or a dash where there is none. */
function written(value: unknown): string {
  if (value === undefined || value instanceof Redacted) return '—';
  if (typeof value === 'boolean') return value ? '`on`' : '`off`';
  return String(value) === '' ? '—' : `\`${String(value)}\``;
}

it('docs/operators.md names every setting with its default, and no other', async () => {
  const page = await readFile(join(repository, 'docs/operators.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \| (.+) \|$/gm)];
  const described = Object.fromEntries(rows.map(([, name, byDefault]) => [name, byDefault]));
  const defaults: Record<string, unknown> = settingsSchema.parse({});
  const expected = Object.keys(settingsSchema.shape).map((name) => [name, written(defaults[name])]);
  expect(described).toEqual(Object.fromEntries(expected));
});
