import type { TotpOffer } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import {
  BackLink,
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
  QrCode,
} from '../../ui/index.ts';
import { AuthenticatorCard, PasskeyCard } from './authenticator-card.tsx';
import { SignUpSteps } from './sign-up-pages.tsx';

interface Props {
  readonly frame: PageFrame;
  readonly problems?: readonly FieldProblem[];
}

/** Somebody got back in: this is no step of a new account. */
const BackToRebind = ({ frame }: { frame: PageFrame }) => (
  <BackLink href="/recover/new">{words(frame.lang).signIn.totp.back}</BackLink>
);

/**
 * The first authenticator: a passkey straight away, or a password of at least `least` characters (B3). After a recovery the
 * page before had that choice, and this is the password alone.
 */
export function FirstAuthenticatorPage(
  props: Props & {
    readonly least: number;
    /** The address that the password belongs to. */
    readonly address: string | undefined;
    readonly recovered?: boolean | undefined;
  },
) {
  const { frame, problems = [], least, address, recovered } = props;
  const { first: say, newPassword } = words(frame.lang).signIn;
  const title = recovered ? newPassword.title : say.title;
  const password = (
    <Form frame={frame} action="/sign-up/password">
      <PasswordField
        name="password"
        lang={frame.lang}
        label={say.passwordLabel}
        hint={say.passwordHint(least)}
        autocomplete="new-password"
        address={address}
        error={problemWith(problems, 'password')}
      />
      <ButtonGroup>
        <Button kind={recovered ? 'primary' : 'secondary'}>{say.passwordSubmit}</Button>
      </ButtonGroup>
    </Form>
  );
  return (
    <Page
      frame={frame}
      title={title}
      problems={problems}
      above={recovered ? <BackToRebind frame={frame} /> : <SignUpSteps frame={frame} current={1} />}
    >
      <h1>{title}</h1>
      {recovered ? (
        password
      ) : (
        <>
          <PasskeyCard frame={frame} title={say.passkeyTitle} body={say.passkeyBody}>
            {say.passkeyButton}
          </PasskeyCard>
          <Card heading={say.passwordTitle}>{password}</Card>
        </>
      )}
    </Page>
  );
}

export type Choice = 'totp' | 'passkey' | 'password' | 'phone';

/** What is still missing for AAL2, as choices of equal rank. */
export function SecondAuthenticatorPage({ frame, choices }: Props & { readonly choices: readonly Choice[] }) {
  const say = words(frame.lang).signIn.second;
  return (
    <Page frame={frame} title={say.title} above={<SignUpSteps frame={frame} current={2} />}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{choices.includes('password') ? say.leadPasskey : say.lead}</p>
      {choices.includes('totp') ? (
        <AuthenticatorCard title={say.totpTitle} body={say.totpBody} href="/sign-up/app">
          {say.totpButton}
        </AuthenticatorCard>
      ) : null}
      {choices.includes('passkey') ? (
        <PasskeyCard frame={frame} title={say.passkeyTitle} body={say.passkeyBody}>
          {say.passkeyButton}
        </PasskeyCard>
      ) : null}
      {choices.includes('phone') ? (
        <AuthenticatorCard title={say.phoneTitle} body={say.phoneBody} href="/sign-up/phone" kind="secondary">
          {say.phoneButton}
        </AuthenticatorCard>
      ) : null}
      {choices.includes('password') ? (
        <AuthenticatorCard title={say.passwordTitle} body={say.passwordBody} href="/sign-up/password">
          {say.passwordButton}
        </AuthenticatorCard>
      ) : null}
    </Page>
  );
}

export interface TotpPageProps extends Props {
  readonly offer: TotpOffer;
  /** The offer as a QR code, a `data:` URL. */
  readonly picture: string;
  /** The account is being made: the page is a step of that, and not of a finished account. */
  readonly joining: boolean;
  /** Somebody got back in, and sets up something new. */
  readonly recovered?: boolean | undefined;
}

export function TotpPage({ frame, problems = [], offer, picture, joining, recovered }: TotpPageProps) {
  const say = words(frame.lang).signIn.totp;
  const above = recovered ? (
    <BackToRebind frame={frame} />
  ) : joining ? (
    <>
      <BackLink href="/sign-up/second">{say.back}</BackLink>
      <SignUpSteps frame={frame} current={2} />
    </>
  ) : (
    <BackLink href="/account/ways">{words(frame.lang).account.ways.title}</BackLink>
  );
  return (
    <Page frame={frame} title={say.title} problems={problems} above={above}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <h2>1. {say.one}</h2>
      <p>
        <QrCode picture={picture} alt={say.oneAlt} />
      </p>
      <p>
        <a href={offer.uri.reveal()}>{say.oneLink}</a>
      </p>
      <h2>{say.two}</h2>
      <p>
        <code class="signet-key">{offer.key.reveal()}</code>
      </p>
      <Form frame={frame} action="/sign-up/app">
        <h2>2. {say.three}</h2>
        <CodeField name="code" label={say.label} length={6} error={problemWith(problems, 'code')} />
        <ButtonGroup>
          <Button>{say.submit}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}
