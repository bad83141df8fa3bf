import type { Posted } from './posted-body.ts';
import type { WebContext } from './visit.ts';

/** The posted form. Of several values with one name the last counts. */
export const postedForm = (c: WebContext): Readonly<Record<string, Posted>> =>
  Object.fromEntries(
    [...(c.var.posted?.form ?? [])].flatMap(([name, all]) => all.slice(-1).map((v) => [name, v])),
  );

/** All values with this name, such as those of checkboxes. */
export const allPosted = (c: WebContext, name: string): readonly Posted[] =>
  c.var.posted?.form?.get(name) ?? [];

/** What a script posted, unchecked: undefined where it was no JSON. */
export const postedJson = (c: WebContext): unknown => c.var.posted?.json;
