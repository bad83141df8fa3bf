import type { Child } from 'hono/jsx';
import { words } from '../../locales/index.ts';
import { Alert, Button, ButtonGroup, Checkboxes, Form, Page, type PageFrame } from '../../ui/index.ts';
import { AuthenticatorCard, PasskeyCard } from '../sign-up/index.ts';

type Choice = 'totp' | 'passkey' | 'password';

/** Recovered: something new to sign in with comes before anything else. */
export function RebindPage(props: {
  readonly frame: PageFrame;
  readonly choices: readonly Choice[];
  /** Something proven, in a vault that this session does not open. */
  readonly locked: boolean;
}) {
  const { frame, choices, locked } = props;
  const { recovery, signIn } = words(frame.lang);
  const [say, ways] = [recovery.rebind, signIn.second];
  const second = choices.includes('totp');
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{second ? say.leadSecond : say.lead}</p>
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
