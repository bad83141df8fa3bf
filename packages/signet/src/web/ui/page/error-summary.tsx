import { type Lang, words } from '../../locales/index.ts';
import type { FieldProblem } from '../fields/index.ts';

/**
 * Stands above the heading and has the focus as the page opens, without script too, so that a screen reader starts with
 * what is wrong. `role=alert` serves browsers that know `autofocus` of form fields only. `Page` draws it: pages only hand over the problems.
 */
export function ErrorSummary(props: { readonly lang: Lang; readonly problems: readonly FieldProblem[] }) {
  return (
    <signet-focus>
      <div
        class="usa-alert usa-alert--error signet-error-summary"
        role="alert"
        tabindex={-1}
        autofocus
        aria-labelledby="error-summary-title"
      >
        <h2 class="usa-alert__heading" id="error-summary-title">
          {words(props.lang).common.errorSummary.title}
        </h2>
        <ul class="signet-error-summary__list">
          {props.problems.map((problem) => (
            <li>{problem.field ? <a href={`#${problem.field}`}>{problem.text}</a> : problem.text}</li>
          ))}
        </ul>
      </div>
    </signet-focus>
  );
}
