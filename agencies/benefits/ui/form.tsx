import type { Child } from 'hono/jsx';
import { words } from '../locales/index.ts';
import type { Frame } from './frame.ts';

/** What is wrong with one field, in the person's language. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}

interface FormProps {
  readonly frame: Frame;
  readonly action: string;
  /** What is typed outlives a session that runs out, and is shown again on the page that the frame names. */
  readonly keep?: boolean;
  /** What goes along unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children: Child;
}

/** A form of this session: its token rides along against forged posts. */
export function Form({ frame, action, keep = false, hidden = {}, children }: FormProps) {
  const unseen = {
    form_token: frame.formToken ?? '',
    ...(keep && { form_page: frame.path }),
    ...hidden,
  };
  return (
    <form method="post" action={action} novalidate>
      {Object.entries(unseen).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {keep && frame.kept ? (
        <p class="told" role="status">
          {words(frame.lang).form.kept}
        </p>
      ) : null}
      {children}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problems: readonly Problem[];
}

const problemOf = ({ name, problems }: FieldProps) => problems.find(({ field }) => field === name)?.text;

const describedBy = (props: FieldProps): string | undefined =>
  [props.hint && `${props.name}-hint`, problemOf(props) && `${props.name}-problem`]
    .filter(Boolean)
    .join(' ') || undefined;

function notes(props: FieldProps) {
  const problem = problemOf(props);
  return (
    <>
      {props.hint ? (
        <p class="small hint" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {problem ? (
        <p class="problem" id={`${props.name}-problem`}>
          {problem}
        </p>
      ) : null}
    </>
  );
}

export function DayField(props: FieldProps) {
  const problem = problemOf(props);
  return (
    <div class={problem ? 'field field-wrong' : 'field'}>
      <label for={props.name}>{props.label}</label>
      {notes(props)}
      <input
        type="date"
        id={props.name}
        name={props.name}
        value={props.value}
        autocomplete="off"
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      />
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  readonly choices: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
}

export function Choices(props: ChoiceProps) {
  const problem = problemOf(props);
  return (
    <fieldset class={problem ? 'field field-wrong' : 'field'} aria-describedby={describedBy(props)}>
      <legend>{props.label}</legend>
      {notes(props)}
      {props.choices.map(({ value, label, note }, at) => {
        const id = at === 0 ? props.name : `${props.name}-${value}`;
        return (
          <div class="choice">
            <input type="radio" id={id} name={props.name} value={value} checked={value === props.value} />
            <label for={id}>
              {label}
              {note ? <span class="small line">{note}</span> : null}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Under the heading, when something is wrong: what, and a link to where. */
export function ProblemSummary(props: { readonly frame: Frame; readonly problems: readonly Problem[] }) {
  if (props.problems.length === 0) return null;
  return (
    <div class="problems" role="alert">
      <p class="problems-title">{words(props.frame.lang).form.wrong}</p>
      <ul>
        {props.problems.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
