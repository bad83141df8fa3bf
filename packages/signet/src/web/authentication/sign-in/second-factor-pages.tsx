import type { PhoneView } from '../../../modules/authentication/index.ts';
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
import { SendToPhones } from '../phone/index.ts';
import { BackToAgency } from './back-to-agency.tsx';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

const UsePasskey = ({
  frame,
  children,
  secondary,
  alone,
}: {
  frame: PageFrame;
  children: string;
  secondary?: boolean;
  alone?: boolean;
}) => (
  <Passkey
    frame={frame}
    mode="signin"
    optionsUrl="/passkey/sign-in/options"
    verifyUrl="/passkey/sign-in/verify"
    alone={alone}
    kind={secondary ? 'secondary' : 'primary'}
  >
    {children}
  </Passkey>
);

export type FactorChoice = 'totp' | 'passkey' | 'password' | 'recovery-code' | 'phone';

/** One factor is proven; what the person is likely to have at hand is asked for, and the other ways stand below. */
export interface SecondFactorPageProps extends Props {
  readonly choices: readonly FactorChoice[];
  readonly phones: readonly PhoneView[];
  /** There were enough factors, and the sign-in is unlike the person's others. */
  readonly unusual?: boolean | undefined;
}

export function SecondFactorPage(props: SecondFactorPageProps) {
  const { frame, problems = [], choices, phones } = props;
  const say = words(frame.lang).signIn.factor;
  if (choices.length === 0) return <NothingLeftPage frame={frame} />;
  const form = choices.includes('totp') ? 'totp' : choices.includes('password') ? 'password' : undefined;
  // B6: a code by phone stands below what cannot be stolen with a SIM card, and alone only where there is nothing else
  const alone = choices.includes('phone') && !form && !choices.includes('passkey');
  const title = form === 'totp' ? say.title : alone ? words(frame.lang).phones.send.title : say.choose;
  return (
    <Page frame={frame} title={title} problems={problems}>
      <h1>{title}</h1>
      {props.unusual ? <p class="signet-lead">{say.unusual}</p> : null}
      {form === 'totp' ? <AppCode frame={frame} problems={problems} /> : null}
      {form === 'password' ? <Password frame={frame} problems={problems} /> : null}
      {form && choices.length > 1 ? <h2>{say.other}</h2> : null}
      {choices.includes('passkey') ? (
        <UsePasskey frame={frame} secondary={form !== undefined} alone={choices.length === 1}>
          {form ? say.passkey : say.passkeyOnly}
        </UsePasskey>
      ) : null}
      {choices.includes('phone') ? (
        <SendToPhones
          frame={frame}
          phones={phones}
          alone={alone}
          heading={!form && !alone}
          problem={problemWith(problems, 'phone')}
        />
      ) : null}
      {choices.includes('recovery-code') ? (
        <p>
          <a href="/sign-in/recovery-code">{say.recovery}</a>
        </p>
      ) : null}
      <p>
        <a href="/recover">{say.lost}</a>
      </p>
    </Page>
  );
}

function AppCode({ frame, problems = [] }: Props) {
  const say = words(frame.lang).signIn.factor;
  return (
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
  );
}

/** After a passkey that did not check who holds it (B10). */
function Password({ frame, problems = [] }: Props) {
  const { factor, signIn } = words(frame.lang).signIn;
  return (
    <Form frame={frame} action="/sign-in/code/password">
      <PasswordField
        name="password"
        lang={frame.lang}
        label={signIn.password}
        autocomplete="current-password"
        error={problemWith(problems, 'password')}
      />
      <ButtonGroup>
        <Button>{factor.submit}</Button>
      </ButtonGroup>
    </Form>
  );
}

/** Every second factor is off after too many failures, or used up (B4). */
function NothingLeftPage({ frame }: Props) {
  const say = words(frame.lang).signIn.factor;
  return (
    <Page frame={frame} title={say.titleNone}>
      <h1>{say.titleNone}</h1>
      <p class="signet-lead">{say.none}</p>
      <ButtonGroup>
        <ButtonLink href="/recover">{say.noneHelp}</ButtonLink>
      </ButtonGroup>
      <BackToAgency frame={frame} />
    </Page>
  );
}

export function RecoveryCodePage({ frame, problems = [] }: Props) {
  const say = words(frame.lang).signIn.recovery;
  return (
    <Page
      frame={frame}
      title={say.useTitle}
      problems={problems}
      above={<BackLink href="/sign-in/code">{say.useBack}</BackLink>}
    >
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
export function PasskeyNeededPage(props: {
  readonly frame: PageFrame;
  readonly agency: string;
  readonly has: boolean;
}) {
  const { frame, agency, has } = props;
  const say = words(frame.lang).signIn.passkeyNeeded;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead(agency)}</p>
      {has ? (
        <UsePasskey frame={frame} alone>
          {say.signIn}
        </UsePasskey>
      ) : null}
      <Passkey
        frame={frame}
        mode="register"
        optionsUrl="/passkey/register/options?to=/sign-in/passkey-needed"
        verifyUrl="/passkey/register/verify"
        alone
        kind={has ? 'secondary' : 'primary'}
      >
        {say.create}
      </Passkey>
      <BackToAgency frame={frame} />
    </Page>
  );
}
