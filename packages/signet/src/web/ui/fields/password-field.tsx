import { type Lang, words } from '../../locales/index.ts';
import { type FieldProps, LabeledField } from './field.tsx';
import { describedBy } from './field-problem.ts';

export type PasswordFieldProps = FieldProps & { readonly lang: Lang } & (
    | { readonly autocomplete: 'current-password' }
    | {
        readonly autocomplete: 'new-password';
        /** The address that it will belong to: password managers save it under the one that stands before it in its form. */
        readonly address: string | undefined;
      }
  );

/** Shown to nobody and not sent: the server knows whose password it is. */
const Username = ({ address }: { readonly address: string }) => (
  <input type="text" id="username" autocomplete="username" value={address} readonly hidden />
);

/** Never sends a password back in `value`. Without script it is a plain password box. */
export function PasswordField(props: PasswordFieldProps) {
  const { fields } = words(props.lang).common;
  const address = props.autocomplete === 'new-password' ? props.address : undefined;
  return (
    <LabeledField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
    >
      {address ? <Username address={address} /> : null}
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
