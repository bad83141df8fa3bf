import type { Authenticators, NamedPasskey, PasskeySignals } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { Alert, ButtonGroup, ButtonLink, type PageFrame, Passkey } from '../../ui/index.ts';
import { AccountSection, sections } from '../layout/index.ts';
import { AuthenticatorLink } from './authenticator-link.tsx';
import { PasskeyList } from './passkey-list.tsx';
import { Phones } from './phones.tsx';

export type Done = 'password' | 'passkey' | 'name' | 'app' | 'phone' | 'removed' | 'removed-already';

export interface WaysPageProps {
  readonly frame: PageFrame;
  readonly authenticators: Authenticators;
  readonly passkeys: readonly NamedPasskey[];
  readonly signals: PasskeySignals | undefined;
  /** What was just changed. */
  readonly done: Done | undefined;
}

export function AuthenticatorsPage({ frame, authenticators, passkeys, signals, done }: WaysPageProps) {
  const say = words(frame.lang).account.ways;
  return (
    <AccountSection frame={frame} section="ways" title={say.title}>
      {done ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{say.done[done]}</p>
        </Alert>
      ) : null}
      <Passkeys frame={frame} passkeys={passkeys} />
      <Password frame={frame} on={authenticators.password} />
      <App frame={frame} on={authenticators.totp} />
      <Phones frame={frame} authenticators={authenticators} />
      <h2>{say.recovery}</h2>
      <p>{say.recoveryLeft(authenticators.recoveryCodesLeft)}</p>
      <ButtonGroup>
        <ButtonLink href="/recovery-codes" kind="secondary">
          {say.recoveryMake}
        </ButtonLink>
      </ButtonGroup>
      {signals ? <Signals signals={signals} /> : null}
    </AccountSection>
  );
}

function Passkeys({ frame, passkeys }: Pick<WaysPageProps, 'frame' | 'passkeys'>) {
  const say = words(frame.lang).account.ways;
  return (
    <>
      <h2>{say.passkeys}</h2>
      <p>{say.passkeysLead}</p>
      {passkeys.length === 0 ? <p>{say.passkeysNone}</p> : <PasskeyList frame={frame} passkeys={passkeys} />}
      {passkeys.length === 1 ? (
        <Alert lang={frame.lang} kind="info">
          <p>{say.oneOnly}</p>
        </Alert>
      ) : null}
      <AddPasskey frame={frame}>{say.addPasskey}</AddPasskey>
      <AddPasskey frame={frame} kind="security-key">
        {say.addKey}
      </AddPasskey>
    </>
  );
}

function AddPasskey(props: { frame: PageFrame; kind?: 'security-key'; children: string }) {
  const query = `to=${encodeURIComponent(`${sections.ways}?done=passkey`)}`;
  return (
    <Passkey
      frame={props.frame}
      mode="register"
      optionsUrl={`/passkey/register/options?to=${sections.ways}${props.kind ? `&kind=${props.kind}` : ''}`}
      verifyUrl={`/passkey/register/verify?${query}`}
      alone
      kind="secondary"
    >
      {props.children}
    </Passkey>
  );
}

function Password({ frame, on }: { frame: PageFrame; on: boolean }) {
  const say = words(frame.lang).account.ways;
  return (
    <>
      <h2>{say.password}</h2>
      <p>{on ? say.passwordOn : say.passwordOff}</p>
      <p class="signet-ways__links">
        <a href="/account/password">{on ? say.passwordChange : say.passwordAdd}</a>
        {on ? (
          <AuthenticatorLink href={`${sections.ways}/password/remove`} about={say.password}>
            {say.remove}
          </AuthenticatorLink>
        ) : null}
      </p>
    </>
  );
}

function App({ frame, on }: { frame: PageFrame; on: boolean }) {
  const say = words(frame.lang).account.ways;
  return (
    <>
      <h2>{say.totp}</h2>
      <p>{on ? say.totpOn : say.totpOff}</p>
      <p class="signet-ways__links">
        <a href="/sign-up/app">{on ? say.totpChange : say.totpAdd}</a>
        {on ? (
          <AuthenticatorLink href={`${sections.ways}/totp/remove`} about={say.totp}>
            {say.remove}
          </AuthenticatorLink>
        ) : null}
      </p>
    </>
  );
}

/** Tells the browser which passkeys are left, and what the account is called. */
const Signals = ({ signals }: { signals: PasskeySignals }) => (
  <signet-passkey-signals
    rp-id={signals.rpId}
    user-id={signals.userId}
    credential-ids={signals.credentialIds.join(' ')}
    name={signals.name.reveal()}
  />
);
