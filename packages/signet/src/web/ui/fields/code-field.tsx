import { type FieldProps, LabeledField } from './field.tsx';
import { describedBy } from './field-problem.ts';

export interface CodeFieldProps extends FieldProps {
  readonly value?: string | undefined;
  /** Number of characters the code has; only the width of the box, since spaces may be pasted along. */
  readonly length: number;
  /** `text` for recovery and letter codes that hold letters. */
  readonly kind?: 'digits' | 'text' | undefined;
}

/** One box, not one per digit: phones fill it from the message, and paste and screen readers work (B5, B7). */
export function CodeField(props: CodeFieldProps) {
  const digits = props.kind !== 'text';
  return (
    <LabeledField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
    >
      <input
        class={`usa-input signet-code signet-code--${props.length > 8 ? 'long' : 'short'}`}
        id={props.name}
        name={props.name}
        type="text"
        value={props.value}
        autocomplete={digits ? 'one-time-code' : 'off'}
        inputmode={digits ? 'numeric' : 'text'}
        autocapitalize={digits ? 'none' : 'characters'}
        spellcheck={false}
        data-secret=""
        aria-describedby={describedBy(props.name, props)}
        aria-invalid={props.error ? 'true' : undefined}
      />
    </LabeledField>
  );
}
