import { type Lang, monthNames, words } from '../../locales/index.ts';
import { type FieldProps, GroupedField } from './field.tsx';
import { describedBy } from './field-problem.ts';

export interface DateFieldProps extends FieldProps {
  readonly lang: Lang;
  /** As typed, so that a wrong date comes back as it was. `month` is '1' to '12'. */
  readonly value?: { readonly month?: string; readonly day?: string; readonly year?: string } | undefined;
  /** Offers the birth date that the browser knows. */
  readonly birthDate?: boolean | undefined;
}

/**
 * Sends `<name>-month`, `<name>-day`, `<name>-year`. The month is chosen by name: 04/05 is April to one reader
 * and May to another. The month's id is `<name>`, where the error summary leads.
 */
export function DateField(props: DateFieldProps) {
  const { fields } = words(props.lang).common;
  const described = describedBy(props.name, props);
  const invalid = props.error ? 'true' : undefined;
  return (
    <GroupedField
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      labelIsHeading={props.labelIsHeading}
      describedBy={described}
    >
      <div class="usa-memorable-date">
        <div class="usa-memorable-date__month">
          <label class="signet-sublabel" for={props.name}>
            {fields.month}
          </label>
          <select
            class="usa-select"
            id={props.name}
            name={`${props.name}-month`}
            autocomplete={props.birthDate ? 'bday-month' : undefined}
            aria-invalid={invalid}
          >
            <option value="">{fields.choose}</option>
            {monthNames(props.lang).map((month, index) => (
              <option value={String(index + 1)} selected={Number(props.value?.month) === index + 1}>
                {month}
              </option>
            ))}
          </select>
        </div>
        <NumberPart
          name={`${props.name}-day`}
          label={fields.day}
          value={props.value?.day}
          digits={2}
          autocomplete={props.birthDate ? 'bday-day' : undefined}
          invalid={invalid}
        />
        <NumberPart
          name={`${props.name}-year`}
          label={fields.year}
          value={props.value?.year}
          digits={4}
          autocomplete={props.birthDate ? 'bday-year' : undefined}
          invalid={invalid}
        />
      </div>
    </GroupedField>
  );
}

function NumberPart(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly digits: 2 | 4;
  readonly autocomplete: string | undefined;
  readonly invalid: 'true' | undefined;
}) {
  return (
    <div class={`usa-memorable-date__part usa-memorable-date__part--${props.digits}`}>
      <label class="signet-sublabel" for={props.name}>
        {props.label}
      </label>
      <input
        class="usa-input"
        id={props.name}
        name={props.name}
        type="text"
        inputmode="numeric"
        maxlength={props.digits}
        value={props.value}
        autocomplete={props.autocomplete}
        aria-invalid={props.invalid}
      />
    </div>
  );
}
