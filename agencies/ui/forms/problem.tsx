/** What is wrong with one field, in the person's language. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}

export const problemOf = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find((one) => one.field === field)?.text;

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
    <div class="problems" role="alert">
      <p class="problems-title">{title}</p>
      <ul>
        {problems.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
