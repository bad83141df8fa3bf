import { words } from '../locales/index.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  CodeField,
  EmailAddress,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  problemWith,
  StepIndicator,
  TextField,
} from '../ui/index.ts';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

/** Where in the making of an account a page stands. */
export function SignUpSteps({ frame, current }: { frame: Pick<PageFrame, 'lang'>; current: number }) {
  return <StepIndicator lang={frame.lang} steps={words(frame.lang).signIn.email.steps} current={current} />;
}

export function EmailPage({ frame, problems = [], email }: Props & { readonly email?: string }) {
  const say = words(frame.lang).signIn.email;
  const { buttons } = words(frame.lang).common;
  return (
    <Page
      frame={frame}
      title={say.title}
      problems={problems}
      above={<SignUpSteps frame={frame} current={0} />}
    >
      <Form frame={frame} action="/sign-up">
        <TextField
          name="email"
          label={say.title}
          labelIsHeading
          hint={say.hint}
          type="email"
          autocomplete="email"
          value={email}
          error={problemWith(problems, 'email')}
        />
        <ButtonGroup>
          <Button>{buttons.continue}</Button>
        </ButtonGroup>
      </Form>
      <p>
        {say.have} <a href="/sign-in">{say.haveLink}</a>
      </p>
    </Page>
  );
}

export function EmailCodePage(props: Props & { readonly email: string; readonly sent?: boolean }) {
  const { frame, problems = [] } = props;
  const say = words(frame.lang).signIn.code;
  const back = (
    <>
      <BackLink href="/sign-up">{say.change}</BackLink>
      <SignUpSteps frame={frame} current={0} />
    </>
  );
  return (
    <Page frame={frame} title={say.title} problems={problems} above={back}>
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
      <Form frame={frame} action="/sign-up/code">
        <CodeField name="code" label={say.label} length={6} error={problemWith(problems, 'code')} />
        <ButtonGroup>
          <Button>{say.submit}</Button>
          <Button kind="secondary" formaction="/sign-up/code/again">
            {say.again}
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

/** A page of its own, since mail scanners follow links and press nothing. */
export function EmailLinkPage({ frame, token }: Props & { readonly token: string }) {
  const say = words(frame.lang).signIn.code;
  return (
    <Page frame={frame} title={say.linkTitle}>
      <h1>{say.linkTitle}</h1>
      <p>{say.linkBody}</p>
      <Form frame={frame} action="/sign-up/link">
        <input type="hidden" name="token" value={token} />
        <ButtonGroup>
          <Button>{say.linkSubmit}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

export function EmailLinkExpiredPage({ frame }: Props) {
  const say = words(frame.lang).signIn.code.linkExpired;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      <p>{say.next}</p>
      <ButtonGroup>
        <ButtonLink href="/sign-up">{say.again}</ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
