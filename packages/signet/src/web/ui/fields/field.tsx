import type { Child } from 'hono/jsx';

/** What all fields take. `name` is also the id that the error summary links to. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: Child | undefined;
  /** The words of this field's problem, e.g. `problemWith(problems, 'email')`. */
  readonly error?: string | undefined;
  /** One question a page: the label is then the page's `h1`. */
  readonly labelIsHeading?: boolean | undefined;
}

interface FrameProps extends FieldProps {
  readonly children?: Child;
}

/** Label, hint, error, then the control: the order in which a screen reader needs them. */
export function LabeledField(props: FrameProps) {
  return (
    <div class={props.error ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
      {props.labelIsHeading ? (
        <h1 class="signet-question">
          <label for={props.name}>{props.label}</label>
        </h1>
      ) : (
        <label class="usa-label" for={props.name}>
          {props.label}
        </label>
      )}
      <HintAndError name={props.name} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  );
}

/** The same for several controls that answer one question. */
export function GroupedField(props: FrameProps & { readonly describedBy?: string | undefined }) {
  return (
    <fieldset
      class={
        props.error ? 'usa-fieldset usa-form-group usa-form-group--error' : 'usa-fieldset usa-form-group'
      }
      aria-describedby={props.describedBy}
    >
      <legend class={props.labelIsHeading ? 'signet-question' : 'usa-label'}>
        {props.labelIsHeading ? <h1 class="signet-question__text">{props.label}</h1> : props.label}
      </legend>
      <HintAndError name={props.name} hint={props.hint} error={props.error} />
      {props.children}
    </fieldset>
  );
}

function HintAndError(props: {
  readonly name: string;
  readonly hint?: Child | undefined;
  readonly error?: string | undefined;
}) {
  return (
    <>
      {props.hint ? (
        <div class="usa-hint" id={`${props.name}-hint`}>
          {props.hint}
        </div>
      ) : null}
      {props.error ? (
        <p class="usa-error-message" id={`${props.name}-error`}>
          {props.error}
        </p>
      ) : null}
    </>
  );
}
