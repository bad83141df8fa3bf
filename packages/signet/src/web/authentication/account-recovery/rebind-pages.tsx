import type { Child } from 'hono/jsx';
import { words } from '../../locales/index.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  Checkboxes,
  CodeField,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  problemWith,
} from '../../ui/index.ts';
import { AuthenticatorCard, PasskeyCard } from '../sign-up/index.ts';

type Choice = 'totp' | 'passkey' | 'password';

/** Recovered: something new to sign in with comes before anything else. */
export function RebindPage(props: {
  readonly frame: PageFrame;
  readonly choices: readonly Choice[];
  /** The app from before is still there, for a person who has it. */
  readonly keepsApp: boolean;
  /** Something proven, in a vault that this session does not open. */
  readonly locked: boolean;
}) {
  const { frame, choices, keepsApp, locked } = props;
  const { recovery, signIn } = words(frame.lang);
  const [say, ways] = [recovery.rebind, signIn.second];
  const second = choices.includes('totp');
  const title = second ? say.titleSecond : say.title;
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="signet-lead">{second ? say.leadSecond : say.lead}</p>
      {keepsApp ? (
        <AuthenticatorCard title={say.keepAppTitle} body={say.keepAppBody} href={keepAppPath}>
          {say.keepAppButton}
        </AuthenticatorCard>
      ) : null}
      {choices.includes('passkey') ? (
        <PasskeyCard frame={frame} title={ways.passkeyTitle} body={ways.passkeyBody}>
          {ways.passkeyButton}
        </PasskeyCard>
      ) : null}
      {choices.includes('password') ? (
        <AuthenticatorCard
          title={say.passwordTitle}
          body={say.passwordBody}
          href="/sign-up/password"
          kind="secondary"
        >
          {ways.passwordButton}
        </AuthenticatorCard>
      ) : null}
      {choices.includes('totp') ? (
        <AuthenticatorCard title={ways.totpTitle} body={ways.totpBody} href="/sign-up/app" kind="secondary">
          {ways.totpButton}
        </AuthenticatorCard>
      ) : null}
      {locked ? (
        <Alert lang={frame.lang} kind="info">
          <p>{say.vault}</p>
        </Alert>
      ) : null}
    </Page>
  );
}

export const keepAppPath = '/recover/keep-app';

/** The app from before goes on: its code is the second step beside the new password. */
export function KeepAppPage(props: {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}) {
  const { frame, problems = [] } = props;
  const { recovery, signIn, common } = words(frame.lang);
  const say = recovery.app;
  return (
    <Page
      frame={frame}
      title={say.title}
      problems={problems}
      above={<BackLink href="/recover/new">{signIn.totp.back}</BackLink>}
    >
      <Form frame={frame} action={keepAppPath}>
        <CodeField
          name="code"
          label={say.title}
          labelIsHeading
          hint={say.hint}
          length={6}
          error={problemWith(problems, 'code')}
        />
        <ButtonGroup>
          <Button>{common.buttons.continue}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

export interface ShownWay {
  readonly ref: string;
  readonly label: string;
  readonly hint?: Child | undefined;
}

/** What a person lost somebody else may find. */
export function ReviewPage({
  frame,
  ways,
}: {
  readonly frame: PageFrame;
  readonly ways: readonly ShownWay[];
}) {
  const say = words(frame.lang).recovery.review;
  return (
    <Page frame={frame} title={say.title}>
      <Form frame={frame} action="/recover/review">
        <Checkboxes
          name="lost"
          label={say.title}
          labelIsHeading
          hint={say.hint}
          choices={ways.map(({ ref, label, hint }) => ({ value: ref, label, hint }))}
        />
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}
