import { words } from '../../locales/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  EmailedCode,
  EmailQuestion,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  StepIndicator,
} from '../../ui/index.ts';

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
      <EmailQuestion
        frame={frame}
        action="/sign-up"
        question={say.title}
        hint={say.hint}
        submit={buttons.continue}
        email={email}
        problems={problems}
      />
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
      <EmailedCode
        frame={frame}
        title={say.title}
        lead={say.lead}
        email={props.email}
        action="/sign-up/code"
        label={say.label}
        submit={say.submit}
        again={say.again}
        sent={props.sent ? say.sent : undefined}
        problems={problems}
      >
        <p>{say.body}</p>
      </EmailedCode>
    </Page>
  );
}

/** A page of its own, since mail scanners follow links and press nothing. */
export function EmailLinkPage(
  props: Props & {
    readonly token: string;
    /** The agency that the link was asked for on the way to, by its id. */
    readonly agency: string | undefined;
  },
) {
  const { frame, token, agency } = props;
  const say = words(frame.lang).signIn.code;
  return (
    <Page frame={frame} title={say.linkTitle}>
      <h1>{say.linkTitle}</h1>
      <p>{say.linkBody}</p>
      <Form frame={frame} action="/sign-up/link">
        <input type="hidden" name="token" value={token} />
        {agency ? <input type="hidden" name="agency" value={agency} /> : null}
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
      {frame.signedIn ? (
        <ButtonGroup>
          <ButtonLink href="/continue">{words(frame.lang).common.buttons.continue}</ButtonLink>
        </ButtonGroup>
      ) : (
        <>
          <p>{say.next}</p>
          <ButtonGroup>
            <ButtonLink href="/sign-up">{say.again}</ButtonLink>
          </ButtonGroup>
        </>
      )}
    </Page>
  );
}
