import type { Child } from 'hono/jsx';

/** What is wrong with one field, in the person's language. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}

export const problemOf = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find((one) => one.field === field)?.text;

interface ProblemBoxProps {
  readonly title: string;
  readonly children: Child;
}

/**
 * Stands first and has the focus as the page opens, without script too: a screen reader begins with what is wrong, and the
 * next Tab leads to the first field. `role=alert` alone is not reliably spoken of a page that has just been loaded.
 */
export function ProblemBox({ title, children }: ProblemBoxProps) {
  return (
    <div class="problems" role="alert" tabindex={-1} autofocus aria-labelledby="problems-title">
      <h2 class="problems-title" id="problems-title">
        {title}
      </h2>
      {children}
    </div>
  );
}

/** When something is wrong with a form: what, and a link to each field. */
export function ProblemSummary({
  title,
  problems,
}: {
  readonly title: string;
  readonly problems: readonly Problem[];
}) {
  if (problems.length === 0) return null;
  return (
    <ProblemBox title={title}>
      <ul>
        {problems.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </ProblemBox>
  );
}
