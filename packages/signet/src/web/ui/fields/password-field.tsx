import { type Lang, words } from '../../locales/index.ts';
import { type FieldProps, LabeledField } from './field.tsx';
import { describedBy } from './field-problem.ts';

export interface PasswordFieldProps extends FieldProps {
  readonly lang: Lang;
  readonly autocomplete: 'current-password' | 'new-password';
}

/** Never sends a password back in `value`. Without script it is a plain password box. */
export function PasswordField(props: PasswordFieldProps) {
  const { fields } = words(props.lang).common;
  return (
    <LabeledField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
    >
      <signet-password
        class="signet-password"
        data-show={fields.showPassword}
        data-hide={fields.hidePassword}
        data-shown={fields.passwordShown}
        data-hidden={fields.passwordHidden}
      >
        <input
          class="usa-input"
          id={props.name}
          name={props.name}
          type="password"
          autocomplete={props.autocomplete}
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={describedBy(props.name, props)}
          aria-invalid={props.error ? 'true' : undefined}
        />
      </signet-password>
    </LabeledField>
  );
}
