import { words } from '../../locales/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  ButtonLink,
  CodeField,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  Passkey,
  PasswordField,
  problemWith,
} from '../../ui/index.ts';
import { confirmPath } from './return-path.ts';

export type Confirming = 'passkey' | 'password' | 'totp';

export interface StepUpPageProps {
  readonly frame: PageFrame;
  /** Where it goes on: a page of the account. */
  readonly to: string;
  /** What this person can confirm with. */
  readonly ways: readonly Confirming[];
  /** Which of the two that are typed is asked for, where both are there. */
  readonly typed: 'password' | 'totp';
  readonly problems?: readonly FieldProblem[];
}

type Typed = Pick<StepUpPageProps, 'frame' | 'to' | 'ways'> & { readonly problems: readonly FieldProblem[] };

/** Signed in, and asked for one factor again before something that matters: the passkey first, nothing to type. */
export function StepUpPage(props: StepUpPageProps) {
  const { frame, to, ways, problems = [] } = props;
  const say = words(frame.lang).stepUp.confirm;
  const typed = ways.includes(props.typed) ? props.typed : ways.find((way) => way !== 'passkey');
  const above = <BackLink href="/account">{words(frame.lang).account.overview.title}</BackLink>;
  return (
    <Page frame={frame} title={say.title} problems={problems} above={above}>
      <h1>{say.title}</h1>
      {ways.length === 0 ? <NothingLeft frame={frame} /> : <p class="signet-lead">{say.lead}</p>}
      {ways.includes('passkey') ? (
        <Passkey
          frame={frame}
          mode="signin"
          optionsUrl="/passkey/sign-in/options"
          verifyUrl={`/passkey/confirm/verify?to=${encodeURIComponent(to)}`}
          alone={ways.length === 1}
        >
          {say.passkey}
        </Passkey>
      ) : null}
      {typed && ways.includes('passkey') ? <h2>{typed === 'totp' ? say.orCode : say.orPassword}</h2> : null}
      {typed === 'password' ? <Password frame={frame} to={to} ways={ways} problems={problems} /> : null}
      {typed === 'totp' ? <AppCode frame={frame} to={to} ways={ways} problems={problems} /> : null}
      {ways.includes('password') && ways.includes('totp') ? (
        <p>
          <a href={confirmPath(to, typed === 'totp' ? 'password' : 'totp')}>
            {typed === 'totp' ? say.withPassword : say.withCode}
          </a>
        </p>
      ) : null}
    </Page>
  );
}

function Password({ frame, to, ways, problems }: Typed) {
  const { stepUp, signIn } = words(frame.lang);
  return (
    <Form frame={frame} action="/sign-in/confirm/password">
      <input type="hidden" name="to" value={to} />
      <PasswordField
        name="password"
        lang={frame.lang}
        label={signIn.signIn.password}
        autocomplete="current-password"
        error={problemWith(problems, 'password')}
      />
      <Submit ways={ways}>{stepUp.confirm.submit}</Submit>
    </Form>
  );
}

function AppCode({ frame, to, ways, problems }: Typed) {
  const { stepUp, signIn } = words(frame.lang);
  return (
    <Form frame={frame} action="/sign-in/confirm/code">
      <input type="hidden" name="to" value={to} />
      <CodeField
        name="code"
        label={stepUp.confirm.code}
        hint={signIn.factor.hint}
        length={6}
        error={problemWith(problems, 'code')}
      />
      <Submit ways={ways}>{stepUp.confirm.submit}</Submit>
    </Form>
  );
}

/** The way that stands first on the page is the prominent one. */
function Submit({ ways, children }: Pick<StepUpPageProps, 'ways'> & { readonly children: string }) {
  return (
    <ButtonGroup>
      <Button kind={ways.includes('passkey') ? 'secondary' : 'primary'}>{children}</Button>
    </ButtonGroup>
  );
}

/** Everything that could confirm is off after too many failures (B4). */
function NothingLeft({ frame }: Pick<StepUpPageProps, 'frame'>) {
  const say = words(frame.lang).stepUp.confirm;
  return (
    <>
      <p class="signet-lead">{say.none}</p>
      <ButtonGroup>
        <ButtonLink href="/help">{say.help}</ButtonLink>
      </ButtonGroup>
    </>
  );
}
