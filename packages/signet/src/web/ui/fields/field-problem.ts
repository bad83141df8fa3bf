/** One thing to put right: `field` is the name of the form field, which is also the id its link leads to. */
export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

/** The words to show beside a field: the same as in the summary above the heading. */
export const problemWith = (
  problems: readonly FieldProblem[] | undefined,
  field: string,
): string | undefined => problems?.find((problem) => problem.field === field)?.text;

/** The `aria-describedby` of a field, naming only what is there. */
export function describedBy(
  name: string,
  parts: { readonly hint?: unknown; readonly error?: unknown },
): string | undefined {
  const ids = [parts.hint ? `${name}-hint` : '', parts.error ? `${name}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
