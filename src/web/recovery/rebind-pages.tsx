import { words } from '../locales/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  ButtonLink,
  Card,
  Checkboxes,
  Form,
  Page,
  type PageFrame,
  Passkey,
} from '../ui/index.ts';

type Choice = 'totp' | 'passkey' | 'password';

/** Recovered: something new to sign in with comes before anything else. */
export function RebindPage(props: {
  readonly frame: PageFrame;
  readonly choices: readonly Choice[];
  /** Something proven, in a vault that this session does not open. */
  readonly locked: boolean;
}) {
  const { frame, choices, locked } = props;
  const say = words(frame.lang).recovery.rebind;
  const second = choices.includes('totp');
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{second ? say.leadSecond : say.lead}</p>
      {choices.includes('passkey') ? (
        <Card heading={say.passkeyTitle}>
          <p>{say.passkeyBody}</p>
          <Passkey
            frame={frame}
            mode="register"
            optionsUrl="/passkey/register/options"
            verifyUrl="/passkey/register/verify"
          >
            {say.passkeyButton}
          </Passkey>
        </Card>
      ) : null}
      {choices.includes('password') ? (
        <Card heading={say.passwordTitle}>
          <p>{say.passwordBody}</p>
          <ButtonGroup>
            <ButtonLink href="/sign-up/password" kind="secondary">
              {say.passwordButton}
            </ButtonLink>
          </ButtonGroup>
        </Card>
      ) : null}
      {choices.includes('totp') ? (
        <Card heading={say.totpTitle}>
          <p>{say.totpBody}</p>
          <ButtonGroup>
            <ButtonLink href="/sign-up/app" kind="secondary">
              {say.totpButton}
            </ButtonLink>
          </ButtonGroup>
        </Card>
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
  readonly hint?: string | undefined;
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
