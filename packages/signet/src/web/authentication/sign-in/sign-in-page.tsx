import type { PasskeyRequestOptions } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import {
  Button,
  ButtonGroup,
  Disclosure,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  Passkey,
  PasswordField,
  problemWith,
  TextField,
} from '../../ui/index.ts';

export interface SignInPageProps {
  readonly frame: PageFrame;
  readonly email?: string;
  readonly problems?: readonly FieldProblem[];
  /** The agency asks again although the person is signed in. */
  readonly fresh?: boolean;
  /** Where the page brings the first passkey options along. */
  readonly passkey?: PasskeyRequestOptions | undefined;
  /** Takes the passkey's answer: on an agency's request page, what also answers the agency. */
  readonly verifyUrl?: string | undefined;
  /** There: the origin of the agency, to which the answer may lead at once. */
  readonly agency?: string | undefined;
}

/** The passkey first: one gesture and nothing to type; the password stands beside it. */
export function SignInPage(props: SignInPageProps) {
  const { frame, email, problems = [], fresh = false, passkey } = props;
  const { verifyUrl = '/passkey/sign-in/verify' } = props;
  const say = words(frame.lang).signIn.signIn;
  const title = fresh ? say.titleFresh : say.title;
  return (
    <Page frame={frame} title={title} problems={problems}>
      <h1>{title}</h1>
      {fresh && frame.agency ? <p class="signet-lead">{say.freshLead(frame.agency)}</p> : null}
      {fresh ? null : (
        <p class="signet-lead">
          {say.create} <a href="/sign-up">{say.createLink}</a>
        </p>
      )}
      <Passkey
        frame={frame}
        mode="signin"
        optionsUrl="/passkey/sign-in/options"
        verifyUrl={verifyUrl}
        options={passkey}
        leadsTo={props.agency}
        about={<p class="usa-hint">{say.passkeyHint}</p>}
        autofill
      >
        {say.passkey}
      </Passkey>
      <h2>{say.or}</h2>
      <Form frame={frame} action="/sign-in">
        <TextField
          name="email"
          label={say.email}
          type="email"
          autocomplete="username webauthn"
          value={email}
          error={problemWith(problems, 'email')}
        />
        <PasswordField
          name="password"
          lang={frame.lang}
          label={say.password}
          autocomplete="current-password"
          error={problemWith(problems, 'password')}
        />
        <p>
          <a href="/recover">{say.forgot}</a>
        </p>
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
      <Disclosure summary={say.lost}>
        {say.lostWays.map((way) => (
          <p>{way}</p>
        ))}
        <p>
          <a href="/recover">{say.lostHelp}</a>
        </p>
      </Disclosure>
    </Page>
  );
}
