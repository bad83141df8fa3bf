import type { Context } from 'hono';
import { z } from 'zod';
import type { OwnEnv } from './signed-in-env.ts';

const field = z.string().max(100).catch('');

/**
 * A form as text fields, trimmed; files, repeats and overlong values count as absent. The posted one, or the one that was
 * kept when its session ran out.
 */
export async function readFields<Name extends string>(
  c: Context<OwnEnv>,
  ...names: readonly Name[]
): Promise<Record<Name, string>> {
  const body: Readonly<Record<string, unknown>> = c.var.kept ?? (await c.req.parseBody());
  const entries = names.map((name) => [name, field.parse(body[name]).trim()] as const);
  return Object.fromEntries(entries) as Record<Name, string>;
}
