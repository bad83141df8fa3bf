import { words } from '../locales/index.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  CodeField,
  EmailAddress,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  problemWith,
  TextField,
} from '../ui/index.ts';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

/** "I cannot sign in": the same for every address (A22). */
export function AskPage({ frame, problems = [], email }: Props & { readonly email?: string }) {
  const say = words(frame.lang).recovery.ask;
  return (
    <Page
      frame={frame}
      title={say.title}
      problems={problems}
      above={<BackLink href="/sign-in">{say.back}</BackLink>}
    >
      <Form frame={frame} action="/recover">
        <TextField
          name="email"
          label={say.title}
          labelIsHeading
          hint={`${say.lead} ${say.hint}`}
          type="email"
          autocomplete="email"
          value={email}
          error={problemWith(problems, 'email')}
        />
        <ButtonGroup>
          <Button>{words(frame.lang).common.buttons.continue}</Button>
        </ButtonGroup>
      </Form>
      <p>
        <a href="/recover/case">{say.noMailbox}</a>
      </p>
    </Page>
  );
}

/** Who is signed in has nothing to recover; who blocked recovery may allow it again. */
export function SignedInPage({
  frame,
  blockedUntil,
}: Props & { readonly blockedUntil?: string | undefined }) {
  const say = words(frame.lang).recovery.ask;
  const { ways } = words(frame.lang).yourAccount;
  return (
    <Page frame={frame} title={ways.title}>
      <h1>{ways.title}</h1>
      {blockedUntil ? (
        <Form frame={frame} action="/recover/allow">
          <Alert lang={frame.lang} kind="warning">
            <p>{say.blocked(blockedUntil)}</p>
          </Alert>
          <ButtonGroup>
            <Button kind="secondary">{say.allow}</Button>
          </ButtonGroup>
        </Form>
      ) : null}
      <p class="signet-lead">{say.signedIn}</p>
      <p>
        <a href="/account/ways">{ways.title}</a>
      </p>
    </Page>
  );
}

export function RecoveryCodeMailedPage(props: Props & { readonly email: string; readonly sent?: boolean }) {
  const { frame, problems = [] } = props;
  const say = words(frame.lang).recovery.code;
  return (
    <Page
      frame={frame}
      title={say.title}
      problems={problems}
      above={<BackLink href="/recover">{say.change}</BackLink>}
    >
      {props.sent ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{say.sent}</p>
        </Alert>
      ) : null}
      <h1>{say.title}</h1>
      <p class="signet-lead">
        {say.lead}{' '}
        <strong>
          <EmailAddress address={props.email} />
        </strong>
        .
      </p>
      <p>{say.body}</p>
      <Form frame={frame} action="/recover/code">
        <CodeField name="code" label={say.label} length={6} error={problemWith(problems, 'code')} />
        <ButtonGroup>
          <Button>{words(frame.lang).common.buttons.continue}</Button>
          <Button kind="secondary" formaction="/recover/code/again">
            {say.again}
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}
