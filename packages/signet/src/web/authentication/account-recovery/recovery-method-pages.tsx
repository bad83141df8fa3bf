import type { Rung } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  CodeField,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  Passkey,
  PasswordField,
  problemWith,
  Radios,
} from '../../ui/index.ts';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

/** Only what can succeed for this account, the best first (B15). */
export function ChoosePage(props: Props & { readonly rungs: readonly Rung[]; readonly hasFactor: boolean }) {
  const { frame, problems = [], rungs, hasFactor } = props;
  const { choose: say } = words(frame.lang).recovery;
  const { buttons } = words(frame.lang).common;
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      {hasFactor ? (
        <Form frame={frame} action="/recover/session">
          <Alert lang={frame.lang} kind="info">
            <p>{say.session}</p>
          </Alert>
          <ButtonGroup>
            <Button>{buttons.continue}</Button>
          </ButtonGroup>
        </Form>
      ) : null}
      <Form frame={frame} action="/recover/choose">
        <Radios
          name="rung"
          label={say.title}
          labelIsHeading
          hint={say.hint}
          choices={rungs.map((rung) => ({ value: rung, ...say.rungs[rung] }))}
          error={problemWith(problems, 'rung')}
        />
        <ButtonGroup>
          <Button>{buttons.continue}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

const Back = ({ frame }: Props) => (
  <BackLink href="/recover/choose">{words(frame.lang).recovery.other}</BackLink>
);

/** Nothing to recover: the passkey signs in by itself. */
export function UsePasskeyPage({ frame }: Props) {
  const say = words(frame.lang).recovery.passkey;
  return (
    <Page frame={frame} title={say.title} above={<Back frame={frame} />}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <Passkey
        frame={frame}
        mode="signin"
        optionsUrl="/passkey/sign-in/options"
        verifyUrl="/passkey/sign-in/verify"
      >
        {say.button}
      </Passkey>
    </Page>
  );
}

export function SavedCodePage({ frame, problems = [] }: Props) {
  const say = words(frame.lang).recovery.savedCode;
  return (
    <Page frame={frame} title={say.title} problems={problems} above={<Back frame={frame} />}>
      <Form frame={frame} action="/recover/saved-code">
        <CodeField
          name="code"
          kind="text"
          label={say.title}
          labelIsHeading
          hint={say.hint}
          length={23}
          error={problemWith(problems, 'code')}
        />
        <ContinueButton frame={frame} />
      </Form>
    </Page>
  );
}

export function PasswordPage({ frame, problems = [] }: Props) {
  const say = words(frame.lang).recovery.password;
  return (
    <Page frame={frame} title={say.title} problems={problems} above={<Back frame={frame} />}>
      <h1>{say.title}</h1>
      <Form frame={frame} action="/recover/password">
        <PasswordField
          name="password"
          lang={frame.lang}
          label={words(frame.lang).signIn.signIn.password}
          autocomplete="current-password"
          error={problemWith(problems, 'password')}
        />
        <ContinueButton frame={frame} />
      </Form>
    </Page>
  );
}

export function AppCodePage({ frame, problems = [] }: Props) {
  const say = words(frame.lang).recovery.app;
  return (
    <Page frame={frame} title={say.title} problems={problems} above={<Back frame={frame} />}>
      <Form frame={frame} action="/recover/app">
        <CodeField
          name="code"
          label={say.title}
          labelIsHeading
          hint={say.hint}
          length={6}
          error={problemWith(problems, 'code')}
        />
        <ContinueButton frame={frame} />
      </Form>
    </Page>
  );
}

const ContinueButton = ({ frame }: Props) => (
  <ButtonGroup>
    <Button>{words(frame.lang).common.buttons.continue}</Button>
  </ButtonGroup>
);
