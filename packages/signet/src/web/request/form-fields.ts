import { z } from 'zod';
import { postedForm } from './posted.ts';
import type { WebContext } from './visit.ts';

const field = z.string().max(2048).catch('');

/** A posted form as text fields; files, repeats and overlong values count as absent. */
export function formFields<Name extends string>(
  c: WebContext,
  ...names: readonly Name[]
): Record<Name, string> {
  const body = postedForm(c);
  return Object.fromEntries(names.map((name) => [name, field.parse(body[name])])) as Record<Name, string>;
}

export const minutesOf = (seconds: number): number => Math.ceil(seconds / 60);
