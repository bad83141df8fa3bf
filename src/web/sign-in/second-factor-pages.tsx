import { words } from '../locales/index.ts';
import {
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
} from '../ui/index.ts';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

const UsePasskey = ({
  frame,
  children,
  secondary,
}: {
  frame: PageFrame;
  children: string;
  secondary?: boolean;
}) => (
  <Passkey
    frame={frame}
    mode="signin"
    optionsUrl="/passkey/sign-in/options"
    verifyUrl="/passkey/sign-in/verify"
    kind={secondary ? 'secondary' : 'primary'}
  >
    {children}
  </Passkey>
);

export type FactorChoice = 'totp' | 'passkey' | 'password' | 'recovery-code';

/** One factor is proven; the app's code is asked for where there is one, and the other ways stand below. */
export function SecondFactorPage(props: Props & { readonly choices: readonly FactorChoice[] }) {
  const { frame, problems = [], choices } = props;
  const say = words(frame.lang).signIn.factor;
  const totp = choices.includes('totp');
  const title = totp ? say.title : say.choose;
  return (
    <Page frame={frame} title={title} problems={problems}>
      <h1>{title}</h1>
      {totp ? (
        <Form frame={frame} action="/sign-in/code">
          <CodeField
            name="code"
            label={say.label}
            hint={say.hint}
            length={6}
            error={problemWith(problems, 'code')}
          />
          <ButtonGroup>
            <Button>{say.submit}</Button>
          </ButtonGroup>
        </Form>
      ) : null}
      {choices.length === 0 ? (
        <>
          <p class="signet-lead">{say.none}</p>
          <p>
            <a href="/help">{say.noneHelp}</a>
          </p>
        </>
      ) : null}
      {totp && choices.length > 1 ? <h2>{say.other}</h2> : null}
      {choices.includes('passkey') ? (
        <UsePasskey frame={frame} secondary={totp}>
          {say.passkey}
        </UsePasskey>
      ) : null}
      {choices.includes('recovery-code') ? (
        <p>
          <a href="/sign-in/recovery-code">{say.recovery}</a>
        </p>
      ) : null}
    </Page>
  );
}

export function RecoveryCodePage({ frame, problems = [] }: Props) {
  const say = words(frame.lang).signIn.recovery;
  return (
    <Page frame={frame} title={say.useTitle} problems={problems}>
      <h1>{say.useTitle}</h1>
      <Form frame={frame} action="/sign-in/recovery-code">
        <CodeField
          name="code"
          kind="text"
          label={say.label}
          hint={say.useHint}
          length={23}
          error={problemWith(problems, 'code')}
        />
        <ButtonGroup>
          <Button>{say.useSubmit}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

/** An agency demands what only a passkey gives (B1): use one, or make one now. */
export function PasskeyNeededPage({ frame, has }: Props & { readonly has: boolean }) {
  const say = words(frame.lang).signIn.passkeyNeeded;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead(frame.agency ?? '')}</p>
      {has ? <UsePasskey frame={frame}>{say.signIn}</UsePasskey> : null}
      <Passkey
        frame={frame}
        mode="register"
        optionsUrl="/passkey/register/options"
        verifyUrl="/passkey/register/verify"
        kind={has ? 'secondary' : 'primary'}
      >
        {say.create}
      </Passkey>
    </Page>
  );
}

/** Signed in with a passkey that carries no key to the vault (DESIGN §4): another way in opens it. */
export function OpenVaultPage({ frame, problems = [] }: Props) {
  const say = words(frame.lang).signIn.openVault;
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <Form frame={frame} action="/sign-in/open-vault/password">
        <PasswordField
          name="password"
          lang={frame.lang}
          label={say.password}
          autocomplete="current-password"
          error={problemWith(problems, 'password')}
        />
        <Button>{say.submit}</Button>
      </Form>
      <h2>{say.or}</h2>
      <Form frame={frame} action="/sign-in/open-vault/code">
        <CodeField
          name="code"
          kind="text"
          label={say.code}
          length={23}
          error={problemWith(problems, 'code')}
        />
        <Button kind="secondary">{say.submit}</Button>
      </Form>
    </Page>
  );
}
