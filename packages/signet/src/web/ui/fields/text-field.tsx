import { type FieldProps, LabeledField } from './field.tsx';
import { describedBy } from './field-problem.ts';

type InputMode = 'text' | 'numeric' | 'tel' | 'email' | 'decimal' | 'search' | 'url';

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined;
  /** HTML autofill tokens, e.g. `given-name`, `email`, `username webauthn`; `off` for one-off numbers. */
  readonly autocomplete?: string | undefined;
  readonly inputmode?: InputMode | undefined;
  /** Width that hints at the length of the answer. */
  readonly width?: 'full' | 'medium' | 'short' | undefined;
  readonly maxlength?: number | undefined;
  readonly spellcheck?: boolean | undefined;
  /** Never handed on by the browser, as the rest is when the language is switched. */
  readonly secret?: boolean | undefined;
  /** Text drawn before the input, e.g. `+1`; hidden from assistive technology, so say it in the label too. */
  readonly prefix?: string | undefined;
}

export function TextField(props: TextFieldProps) {
  const input = (
    <input
      class={`usa-input usa-input--${props.width ?? 'full'}`}
      id={props.name}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.value}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      spellcheck={props.spellcheck === true}
      data-secret={props.secret ? '' : undefined}
      autocapitalize={props.type === 'email' ? 'none' : undefined}
      aria-describedby={describedBy(props.name, props)}
      aria-invalid={props.error ? 'true' : undefined}
    />
  );
  return (
    <LabeledField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
    >
      {props.prefix ? (
        <div class="usa-input-group">
          <div class="usa-input-prefix" aria-hidden="true">
            {props.prefix}
          </div>
          {input}
        </div>
      ) : (
        input
      )}
    </LabeledField>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxlength?: number | undefined;
}

export function TextArea(props: TextAreaProps) {
  return (
    <LabeledField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
    >
      <textarea
        class="usa-textarea"
        id={props.name}
        name={props.name}
        rows={props.rows ?? 5}
        maxlength={props.maxlength}
        aria-describedby={describedBy(props.name, props)}
        aria-invalid={props.error ? 'true' : undefined}
      >
        {props.value ?? ''}
      </textarea>
    </LabeledField>
  );
}
