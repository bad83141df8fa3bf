import type { Child } from 'hono/jsx';

export interface ProcessStep {
  readonly heading: string;
  readonly body?: Child | undefined;
}

/** What will happen, in order. */
export function ProcessList(props: { readonly steps: readonly ProcessStep[]; readonly level?: 2 | 3 }) {
  return (
    <ol class="usa-process-list">
      {props.steps.map((step) => (
        <li class="usa-process-list__item">
          {props.level === 3 ? (
            <h3 class="usa-process-list__heading">{step.heading}</h3>
          ) : (
            <h2 class="usa-process-list__heading">{step.heading}</h2>
          )}
          {step.body ? <div class="usa-process-list__body">{step.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}

export interface Fact {
  readonly term: string;
  readonly value: Child;
}

/** Facts to read, nothing to change. */
export function DefinitionList(props: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="signet-facts">
      {props.facts.map((fact) => (
        <div class="signet-facts__row">
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** More to read for those who want it: a question in the person's words, closed at first. */
export function Disclosure(props: { readonly summary: string; readonly children: Child }) {
  return (
    <details class="signet-disclosure">
      <summary>{props.summary}</summary>
      <div class="signet-disclosure__body">{props.children}</div>
    </details>
  );
}
