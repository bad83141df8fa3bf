import type { Child } from 'hono/jsx';
import { Alert, EmailAddress, OutboxHint } from '../content/index.ts';
import { CodeField, type FieldProblem, problemWith } from '../fields/index.ts';
import type { PageFrame } from '../page-frame.ts';
import { Button, ButtonGroup } from './button.tsx';
import { Form } from './form.tsx';

export interface EmailedCodeProps {
  readonly frame: PageFrame;
  readonly title: string;
  /** Ends where the address follows: "We sent a code to". */
  readonly lead: string;
  readonly email: string;
  readonly children?: Child;
  readonly action: string;
  readonly label: string;
  readonly submit: string;
  /** Another code to the same address: sent to `action` with `/again`. */
  readonly again?: string | undefined;
  /** What to say when another code was just sent. */
  readonly sent?: string | undefined;
  readonly problems: readonly FieldProblem[];
}

/** A page that asks for the six digits that went to an address. The field is `code`. */
export function EmailedCode(props: EmailedCodeProps) {
  const { frame, action, again, sent } = props;
  return (
    <>
      {sent ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{sent}</p>
        </Alert>
      ) : null}
      <h1>{props.title}</h1>
      <p class="signet-lead">
        {props.lead}{' '}
        <strong>
          <EmailAddress address={props.email} />
        </strong>
        .
      </p>
      {props.children ?? null}
      <Form frame={frame} action={action}>
        <CodeField name="code" label={props.label} length={6} error={problemWith(props.problems, 'code')} />
        <ButtonGroup>
          <Button>{props.submit}</Button>
          {again ? (
            <Button kind="secondary" formaction={`${action}/again`}>
              {again}
            </Button>
          ) : null}
        </ButtonGroup>
      </Form>
      <OutboxHint frame={frame} />
    </>
  );
}
