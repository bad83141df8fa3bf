import { words } from '../../locales/index.ts';
import {
  Button,
  ButtonGroup,
  Card,
  CodeField,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  PasswordField,
  problemWith,
} from '../../ui/index.ts';
import { BackToAgency } from './back-to-agency.tsx';

export interface OpenVaultPageProps {
  readonly frame: PageFrame;
  readonly withPassword: boolean;
  /** It was typed rightly and opens nothing: it is not asked for again, and every form of the page says so. */
  readonly passwordIsNewer: boolean;
  /** The page of the account that it is opened for. */
  readonly to: string | undefined;
  readonly problems?: readonly FieldProblem[];
}

/** Signed in with a passkey that carries no key to the vault (docs/design.md §4): another authenticator opens it. */
export function OpenVaultPage(props: OpenVaultPageProps) {
  const { frame, to, problems = [], passwordIsNewer } = props;
  const withPassword = props.withPassword && !passwordIsNewer;
  const say = words(frame.lang).signIn.openVault;
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{passwordIsNewer ? say.passwordIsNewer : say.lead}</p>
      {withPassword ? <WithPassword frame={frame} to={to} problems={problems} /> : null}
      <WithRecoveryCode frame={frame} to={to} problems={problems} passwordIsNewer={passwordIsNewer} />
      {withPassword ? null : (
        <Card heading={say.withoutCode}>
          <Form frame={frame} action="/account/data/prove-again">
            <ButtonGroup>
              <Button kind="secondary">{say.proveAgain}</Button>
            </ButtonGroup>
          </Form>
        </Card>
      )}
      <BackToAgency frame={frame} />
    </Page>
  );
}

type Asking = Pick<OpenVaultPageProps, 'frame' | 'to' | 'problems'>;

function WithPassword({ frame, to, problems = [] }: Asking) {
  const say = words(frame.lang).signIn.openVault;
  return (
    <Card heading={say.withPassword}>
      <Form frame={frame} action="/sign-in/open-vault/password">
        <Hidden name="to" value={to} />
        <PasswordField
          name="password"
          lang={frame.lang}
          label={say.password}
          autocomplete="current-password"
          error={problemWith(problems, 'password')}
        />
        <ButtonGroup>
          <Button>{say.submitPassword}</Button>
        </ButtonGroup>
      </Form>
    </Card>
  );
}

function WithRecoveryCode(props: Asking & Pick<OpenVaultPageProps, 'passwordIsNewer'>) {
  const { frame, to, problems = [] } = props;
  const say = words(frame.lang).signIn.openVault;
  return (
    <Card heading={say.withCode}>
      <Form frame={frame} action="/sign-in/open-vault/code">
        <Hidden name="to" value={to} />
        <Hidden name="password-is" value={props.passwordIsNewer ? 'newer' : undefined} />
        <CodeField
          name="code"
          kind="text"
          label={say.code}
          length={23}
          error={problemWith(problems, 'code')}
        />
        <ButtonGroup>
          <Button kind="secondary">{say.submitCode}</Button>
        </ButtonGroup>
      </Form>
    </Card>
  );
}

const Hidden = ({ name, value }: { readonly name: string; readonly value: string | undefined }) =>
  value ? <input type="hidden" name={name} value={value} /> : null;
