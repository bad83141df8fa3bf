import type { Child } from 'hono/jsx';
import { words } from '../locales/index.ts';
import type { Frame } from './frame.ts';

/** What is wrong with one field, in the person's language. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}

export const problemOf = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find((one) => one.field === field)?.text;

/**
 * A form of this session: its token rides along against forged posts. `keep`: what is typed outlives a session that runs
 * out, and is shown again on the page that the frame names.
 */
export function Form({
  frame,
  action,
  keep = false,
  children,
}: {
  readonly frame: Frame;
  readonly action: string;
  readonly keep?: boolean;
  readonly children: Child;
}) {
  return (
    <form class="form" method="post" action={action} novalidate>
      <Hidden name="form_token" value={frame.formToken ?? ''} />
      {keep ? <Hidden name="form_page" value={frame.path} /> : null}
      {keep && frame.kept ? (
        <p class="notice" role="status">
          {words(frame.lang).form.kept}
        </p>
      ) : null}
      {children}
    </form>
  );
}

export const Hidden = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
);

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

const ids = ({ name, hint, problem }: FieldProps) => ({
  hint: hint ? `${name}-hint` : undefined,
  problem: problem ? `${name}-problem` : undefined,
});

const describedBy = (field: FieldProps): string | undefined =>
  Object.values(ids(field)).filter(Boolean).join(' ') || undefined;

function notes(field: FieldProps) {
  const { hint, problem } = ids(field);
  return (
    <>
      {hint ? (
        <p class="hint small" id={hint}>
          {field.hint}
        </p>
      ) : null}
      {problem ? (
        <p class="problem" id={problem}>
          {field.problem}
        </p>
      ) : null}
    </>
  );
}

export function TextField(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly inputmode?: 'decimal' | 'numeric' | undefined;
    readonly type?: 'text' | 'date' | undefined;
    readonly autocomplete?: string | undefined;
    readonly width?: 'short' | undefined;
  },
) {
  const { name, label, problem } = props;
  return (
    <div class={problem ? 'field field-wrong' : 'field'}>
      <label for={name}>{label}</label>
      {notes(props)}
      <input
        class={props.width === 'short' ? 'input-short' : undefined}
        id={name}
        name={name}
        type={props.type ?? 'text'}
        value={props.value}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? 'off'}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      />
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
}

export function Choices(
  props: FieldProps & { readonly choices: readonly Choice[]; readonly chosen?: string | undefined },
) {
  const { name, label, problem, choices, chosen } = props;
  return (
    <fieldset class={problem ? 'field field-wrong' : 'field'} aria-describedby={describedBy(props)}>
      <legend>{label}</legend>
      {notes(props)}
      {choices.map(({ value, label: text, note }, at) => (
        <div class="choice">
          <input
            type="radio"
            id={at === 0 ? name : `${name}-${value}`}
            name={name}
            value={value}
            checked={value === chosen}
          />
          <label for={at === 0 ? name : `${name}-${value}`}>
            {text}
            {note ? <span class="small choice-note">{note}</span> : null}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

export const Submit = ({ children, quiet }: { readonly children: Child; readonly quiet?: boolean }) => (
  <button class={quiet ? 'button button-quiet' : 'button'} type="submit">
    {children}
  </button>
);

/** Above the heading, when something is wrong: what, and a link to where. */
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
