import type { Child } from 'hono/jsx';

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

const fieldClass = ({ problem }: FieldProps): string => (problem ? 'field field-wrong' : 'field');

function Notes({ field }: { readonly field: FieldProps }) {
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

interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly inputmode?: 'decimal' | 'numeric' | undefined;
  readonly type?: 'text' | 'date' | undefined;
  readonly autocomplete?: string | undefined;
  readonly width?: 'short' | undefined;
  /** A number or code that the browser must not hand on, as it does with the rest when the language is switched. */
  readonly secret?: boolean | undefined;
}

export function TextField(props: TextFieldProps) {
  const { name, label, problem } = props;
  return (
    <div class={fieldClass(props)}>
      <label for={name}>{label}</label>
      <Notes field={props} />
      <input
        class={props.width === 'short' ? 'input-short' : undefined}
        id={name}
        name={name}
        type={props.type ?? 'text'}
        value={props.value}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? 'off'}
        data-secret={props.secret ? '' : undefined}
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

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
}

function FieldSet({ field, children }: { readonly field: FieldProps; readonly children: Child }) {
  return (
    <fieldset class={fieldClass(field)} aria-describedby={describedBy(field)}>
      <legend>{field.label}</legend>
      <Notes field={field} />
      {children}
    </fieldset>
  );
}

const LabelOf = ({ id, choice }: { readonly id: string; readonly choice: Choice }) => (
  <label for={id}>
    {choice.label}
    {choice.note ? <span class="small choice-note">{choice.note}</span> : null}
  </label>
);

/** The first has the field's own id, for the link from the summary. */
const idOf = (name: string, { value }: Choice, at: number): string => (at === 0 ? name : `${name}-${value}`);

/** One of a list. */
export function Choices({ chosen, ...field }: ChoicesProps & { readonly chosen?: string | undefined }) {
  const { name, choices } = field;
  return (
    <FieldSet field={field}>
      {choices.map((choice, at) => {
        const id = idOf(name, choice, at);
        return (
          <div class="choice">
            <input type="radio" id={id} name={name} value={choice.value} checked={choice.value === chosen} />
            <LabelOf id={id} choice={choice} />
          </div>
        );
      })}
    </FieldSet>
  );
}

/** Several of a list: each its own field, `name-value`, so that a repeated name is never taken for a choice. */
export function Checkboxes({ chosen, ...field }: ChoicesProps & { readonly chosen: readonly string[] }) {
  const { name, choices } = field;
  return (
    <FieldSet field={field}>
      {choices.map((choice, at) => {
        const id = idOf(name, choice, at);
        const checked = chosen.includes(choice.value);
        return (
          <div class="choice">
            <input type="checkbox" id={id} name={`${name}-${choice.value}`} value="on" checked={checked} />
            <LabelOf id={id} choice={choice} />
          </div>
        );
      })}
    </FieldSet>
  );
}
