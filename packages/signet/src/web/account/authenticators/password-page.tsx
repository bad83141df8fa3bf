import { words } from '../../locales/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  type FieldProblem,
  Form,
  Page,
  type PageFrame,
  PasswordField,
  problemWith,
} from '../../ui/index.ts';

/** A finished account gets its first password, or another one, of at least `least` characters (B3). */
export function NewPasswordPage(props: {
  readonly frame: PageFrame;
  readonly least: number;
  /** The address that the password belongs to. */
  readonly address: string | undefined;
  readonly problems?: readonly FieldProblem[];
}) {
  const { frame, least, address, problems = [] } = props;
  const { newPassword: say, first } = words(frame.lang).signIn;
  return (
    <Page
      frame={frame}
      title={say.title}
      problems={problems}
      above={<BackLink href="/account/ways">{say.back}</BackLink>}
    >
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <Form frame={frame} action="/account/password">
        <PasswordField
          name="password"
          lang={frame.lang}
          label={say.label}
          hint={first.passwordHint(least)}
          autocomplete="new-password"
          address={address}
          error={problemWith(problems, 'password')}
        />
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}
