import type { Child } from 'hono/jsx';
import { words } from '../../locales/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  problemWith,
  TextField,
} from '../../ui/index.ts';

export interface AddPhonePageProps {
  readonly frame: PageFrame;
  readonly problems: readonly FieldProblem[];
  readonly action: string;
  /** Where a passkey is made. */
  readonly passkeyHref: string;
  readonly typed: string;
  /** Whether calls are made here. */
  readonly calls: boolean;
  readonly above: Child;
}

/** B6: what can happen to a phone number, and the ways that it cannot happen to, before the number is asked for. */
export function AddPhonePage(props: AddPhonePageProps) {
  const { frame, problems } = props;
  const { add: say } = words(frame.lang).phones;
  return (
    <Page frame={frame} title={say.title} problems={problems} above={props.above}>
      <h1>{say.title}</h1>
      <Alert lang={frame.lang} kind="warning" heading={say.riskTitle}>
        <p>{say.risk}</p>
        <ul>
          <li>
            <a href={props.passkeyHref}>{say.passkey}</a>
          </li>
          <li>
            <a href="/sign-up/app">{say.app}</a>
          </li>
        </ul>
      </Alert>
      <Form frame={frame} action={props.action}>
        <TextField
          name="number"
          label={say.label}
          hint={say.hint}
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          width="medium"
          value={props.typed}
          error={problemWith(problems, 'number')}
        />
        <p class="usa-hint">{say.cost}</p>
        <ButtonGroup>
          <Button name="by" value="text">
            {say.text}
          </Button>
          {props.calls ? (
            <Button name="by" value="voice" kind="secondary">
              {say.call}
            </Button>
          ) : null}
        </ButtonGroup>
      </Form>
    </Page>
  );
}
