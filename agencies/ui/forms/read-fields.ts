import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';

interface FormContext {
  readonly req: Pick<Context['req'], 'parseBody'>;
  readonly var: { readonly kept?: Readonly<Record<string, string>> | undefined };
}

const field = z.string().max(200).catch('');

/**
 * A form as text fields, trimmed; files, repeats and overlong values count as absent. The posted one, or the one that was
 * kept when its session ran out.
 */
export async function readFields<Name extends string>(
  c: FormContext,
  ...names: readonly Name[]
): Promise<Record<Name, string>> {
  const body: Readonly<Record<string, unknown>> = c.var.kept ?? (await c.req.parseBody());
  const entries = names.map((name) => [name, field.parse(body[name]).trim()] as const);
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** What a form names its own act with, so that two presses are one. In place of what is no UUID, a new one. */
export const formKeyOf = (typed: string): string =>
  z.uuid().safeParse(typed).success ? typed : randomUUID();
