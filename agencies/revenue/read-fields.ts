import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';

const field = z.string().max(200).catch('');

/** A posted form as text fields, trimmed; files, repeats and overlong values count as absent. */
export async function readFields<Name extends string>(
  c: Context,
  ...names: readonly Name[]
): Promise<Record<Name, string>> {
  const body = await c.req.parseBody();
  const entries = names.map((name) => [name, field.parse(body[name]).trim()] as const);
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** What a form names its own act with, so that two presses are one. In place of what is no UUID, a new one. */
export const formKeyOf = (typed: string): string =>
  z.uuid().safeParse(typed).success ? typed : randomUUID();
