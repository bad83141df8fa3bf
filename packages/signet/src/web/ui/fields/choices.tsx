import type { Child } from 'hono/jsx';
import { type FieldProps, GroupedField, LabeledField } from './field.tsx';
import { describedBy } from './field-problem.ts';

export interface Choice {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child | undefined;
}

export interface RadiosProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
}

/** Large targets in bordered tiles. The first has the field's name as id, where the error summary leads. */
export function Radios(props: RadiosProps) {
  return (
    <GroupedField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
      describedBy={describedBy(props.name, props)}
    >
      {props.choices.map((choice, index) => (
        <Tile
          type="radio"
          id={index === 0 ? props.name : `${props.name}-${index + 1}`}
          name={props.name}
          choice={choice}
          checked={choice.value === props.value}
        />
      ))}
    </GroupedField>
  );
}

export interface CheckboxesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly values?: readonly string[] | undefined;
}

export function Checkboxes(props: CheckboxesProps) {
  return (
    <GroupedField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
      describedBy={describedBy(props.name, props)}
    >
      {props.choices.map((choice, index) => (
        <Tile
          type="checkbox"
          id={index === 0 ? props.name : `${props.name}-${index + 1}`}
          name={props.name}
          choice={choice}
          checked={props.values?.includes(choice.value) === true}
        />
      ))}
    </GroupedField>
  );
}

export interface CheckboxProps {
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child | undefined;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
}

/** A single yes: consent, "remember this device". Never ticked on the person's behalf. */
export function Checkbox(props: CheckboxProps) {
  const choice = { value: props.value ?? 'yes', label: props.label, hint: props.hint };
  return (
    <div class={props.error ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
      {props.error ? (
        <p class="usa-error-message" id={`${props.name}-error`}>
          {props.error}
        </p>
      ) : null}
      <Tile
        type="checkbox"
        id={props.name}
        name={props.name}
        choice={choice}
        checked={props.checked === true}
        error={props.error}
      />
    </div>
  );
}

function Tile(props: {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly error?: string | undefined;
}) {
  const { choice } = props;
  const described = [
    choice.hint ? `${props.id}-option-hint` : '',
    props.error ? `${props.name}-error` : '',
  ].filter(Boolean);
  return (
    <div class={`signet-choice usa-${props.type}`}>
      <input
        class={`signet-choice__input usa-${props.type}__input`}
        id={props.id}
        name={props.name}
        type={props.type}
        value={choice.value}
        checked={props.checked}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
      />
      <label class={`signet-choice__label usa-${props.type}__label`} for={props.id}>
        {choice.label}
      </label>
      {choice.hint ? (
        <div class="signet-choice__hint" id={`${props.id}-option-hint`}>
          {choice.hint}
        </div>
      ) : null}
    </div>
  );
}

export interface SelectFieldProps extends FieldProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
  /** Words of the empty first entry, e.g. `words(lang).common.fields.choose`. */
  readonly emptyLabel: string;
  readonly autocomplete?: string | undefined;
}

/** For long lists (states, countries); up to six choices are better as `Radios`. */
export function SelectField(props: SelectFieldProps) {
  return (
    <LabeledField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
    >
      <select
        class="usa-select"
        id={props.name}
        name={props.name}
        autocomplete={props.autocomplete}
        aria-describedby={describedBy(props.name, props)}
        aria-invalid={props.error ? 'true' : undefined}
      >
        <option value="">{props.emptyLabel}</option>
        {props.choices.map((choice) => (
          <option value={choice.value} selected={choice.value === props.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </LabeledField>
  );
}
