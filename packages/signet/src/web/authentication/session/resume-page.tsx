import { words } from '../../locales/index.ts';
import {
  Button,
  ButtonGroup,
  EmailAddress,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  Passkey,
  PasswordField,
  problemWith,
} from '../../ui/index.ts';

export interface ResumePageProps {
  readonly frame: PageFrame;
  /** Where it goes on; undefined: where the person was on the way to. */
  readonly to: string | undefined;
  /** The address in part: somebody else may sit here now. */
  readonly masked: string;
  readonly withPasskey: boolean;
  readonly withPassword: boolean;
  readonly problems?: readonly FieldProblem[];
}

/** After an hour without use (B11): one factor goes on where the person was; anybody else begins anew. */
export function ResumePage(props: ResumePageProps) {
  const { frame, masked, to, withPasskey, withPassword, problems = [] } = props;
  const { stepUp } = words(frame.lang);
  const say = stepUp.resume;
  const query = to ? `?to=${encodeURIComponent(to)}` : '';
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <h1>{say.title}</h1>
      <p class="signet-lead">
        {say.lead}{' '}
        <strong>
          <EmailAddress address={masked} />
        </strong>
        .
      </p>
      {withPasskey ? (
        <Passkey
          frame={frame}
          mode="signin"
          optionsUrl="/passkey/resume/options"
          verifyUrl={`/passkey/resume/verify${query}`}
          alone={!withPassword}
        >
          {stepUp.confirm.passkey}
        </Passkey>
      ) : null}
      {withPasskey && withPassword ? <h2>{stepUp.confirm.orPassword}</h2> : null}
      {withPassword ? <Password frame={frame} to={to} second={withPasskey} problems={problems} /> : null}
      <h2>{say.notYou}</h2>
      <Form frame={frame} action="/sign-out">
        <input type="hidden" name="then" value="sign-in" />
        <ButtonGroup>
          <Button kind="secondary">{say.someoneElse}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}

function Password(
  props: Pick<ResumePageProps, 'frame' | 'to'> & {
    readonly second: boolean;
    readonly problems: readonly FieldProblem[];
  },
) {
  const { frame, to, second, problems } = props;
  const { signIn, stepUp } = words(frame.lang);
  return (
    <Form frame={frame} action="/sign-in/welcome-back">
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <PasswordField
        name="password"
        lang={frame.lang}
        label={signIn.signIn.password}
        autocomplete="current-password"
        error={problemWith(problems, 'password')}
      />
      <ButtonGroup>
        <Button kind={second ? 'secondary' : 'primary'}>{stepUp.confirm.submit}</Button>
      </ButtonGroup>
    </Form>
  );
}
