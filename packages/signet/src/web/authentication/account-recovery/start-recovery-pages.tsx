import { words } from '../../locales/index.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  DatedSentence,
  EmailedCode,
  EmailQuestion,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
} from '../../ui/index.ts';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

/** "I cannot sign in": the same for every address (A22). */
export function StartRecoveryPage({ frame, problems = [], email }: Props & { readonly email?: string }) {
  const say = words(frame.lang).recovery.ask;
  return (
    <Page
      frame={frame}
      title={say.title}
      problems={problems}
      above={<BackLink href="/sign-in">{say.back}</BackLink>}
    >
      <EmailQuestion
        frame={frame}
        action="/recover"
        question={say.title}
        hint={`${say.lead} ${say.hint}`}
        submit={words(frame.lang).common.buttons.continue}
        email={email}
        problems={problems}
      />
      <p>
        <a href="/recover/case">{say.noMailbox}</a>
      </p>
    </Page>
  );
}

/** For a signed-in person, who has nothing to recover. One who blocked recovery may allow it again. */
export function SignedInPage({ frame, blockedUntil }: Props & { readonly blockedUntil?: Date | undefined }) {
  const say = words(frame.lang).recovery.ask;
  const { ways } = words(frame.lang).account;
  return (
    <Page frame={frame} title={ways.title}>
      <h1>{ways.title}</h1>
      {blockedUntil ? (
        <Form frame={frame} action="/recover/allow">
          <Alert lang={frame.lang} kind="warning">
            <p>
              <DatedSentence lang={frame.lang} at={blockedUntil} sentence={say.blocked} />
            </p>
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
      <EmailedCode
        frame={frame}
        title={say.title}
        lead={say.lead}
        email={props.email}
        action="/recover/code"
        label={say.label}
        submit={words(frame.lang).common.buttons.continue}
        again={say.again}
        sent={props.sent ? say.sent : undefined}
        problems={problems}
      >
        <p>{say.body}</p>
      </EmailedCode>
    </Page>
  );
}

/** The link in that mail. Opening it changes nothing: mail scanners follow links and press nothing. */
export function RecoveryLinkPage(
  props: Props & {
    readonly token: string;
    /** The agency that the link was asked for on the way to, by its id. */
    readonly agency: string | undefined;
  },
) {
  const { frame, token, agency } = props;
  const say = words(frame.lang).recovery.code;
  return (
    <Page frame={frame} title={say.linkTitle}>
      <h1>{say.linkTitle}</h1>
      <p class="signet-lead">{say.linkBody}</p>
      <Form frame={frame} action={`/recover/mailed/${token}`}>
        {agency ? <input type="hidden" name="agency" value={agency} /> : null}
        <ButtonGroup>
          <Button>{words(frame.lang).common.buttons.continue}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

export function RecoveryLinkEndedPage({ frame, why }: Props & { readonly why?: string }) {
  const say = words(frame.lang).recovery.code.linkExpired;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{why ? words(frame.lang).recovery.code.linkTitle : say.title}</h1>
      <p class="signet-lead">{why ?? say.body}</p>
      <ButtonGroup>
        <ButtonLink href="/recover">{say.again}</ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
