import { AppError } from '../../kernel/index.ts';
import type { Posted, PostedForm } from '../../web/request/index.ts';

/** More than any page of ours sends. A body beyond it is refused, so that none costs more than its bytes. */
export const mostFields = 200;

export const badForm = (cause: unknown): AppError => new AppError('bad-form', { status: 400, cause });

/** Gathers values by their names. */
export function gatherFields(): {
  readonly form: PostedForm;
  add(name: string | undefined, value: Posted): void;
} {
  const form = new Map<string, Posted[]>();
  return {
    form,
    add(name, value) {
      if (name === undefined) return;
      const values = form.get(name);
      if (values) values.push(value);
      else form.set(name, [value]);
    },
  };
}
