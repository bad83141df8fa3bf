import { type FieldProblem, problemWith, TextField } from '../fields/index.ts';
import type { PageFrame } from '../page-frame.ts';
import { Button, ButtonGroup } from './button.tsx';
import { Form } from './form.tsx';

export interface EmailQuestionProps {
  readonly frame: PageFrame;
  readonly action: string;
  /** The page's question, and so its heading. */
  readonly question: string;
  readonly hint: string;
  readonly submit: string;
  /** What was typed before, when something is wrong with it. */
  readonly email?: string | undefined;
  readonly problems: readonly FieldProblem[];
}

/** A page that asks for an email address and nothing else. The field is `email`. */
export function EmailQuestion(props: EmailQuestionProps) {
  return (
    <Form frame={props.frame} action={props.action}>
      <TextField
        name="email"
        label={props.question}
        labelIsHeading
        hint={props.hint}
        type="email"
        autocomplete="email"
        value={props.email}
        error={problemWith(props.problems, 'email')}
      />
      <ButtonGroup>
        <Button>{props.submit}</Button>
      </ButtonGroup>
    </Form>
  );
}
