import type { Authenticators } from '../../modules/authentication/index.ts';
import { words } from '../locales/index.ts';
import { Alert, type PageFrame, Passkey, SummaryList, type SummaryRow } from '../ui/index.ts';
import { AccountSection } from './account-section.tsx';

export interface WaysPageProps {
  readonly frame: PageFrame;
  readonly authenticators: Authenticators;
  /** A new password was just chosen. */
  readonly passwordChanged: boolean;
}

export function WaysPage(props: WaysPageProps) {
  const { frame } = props;
  const say = words(frame.lang).yourAccount.ways;
  return (
    <AccountSection frame={frame} section="ways" title={say.title}>
      {props.passwordChanged ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{say.passwordChanged}</p>
        </Alert>
      ) : null}
      <SummaryList lang={frame.lang} rows={waysIn(props)} />
      <Passkey
        frame={frame}
        mode="register"
        optionsUrl="/passkey/register/options"
        verifyUrl="/passkey/register/verify"
        kind="secondary"
      >
        {say.addPasskey}
      </Passkey>
    </AccountSection>
  );
}

function waysIn({ frame, authenticators }: WaysPageProps): SummaryRow[] {
  const say = words(frame.lang).yourAccount.ways;
  const state = (on: boolean) => (on ? say.on : say.off);
  const { passkeys, password, totp, recoveryCodesLeft } = authenticators;
  return [
    { label: say.passkey, value: passkeys.map(({ label }) => label).join(', ') || say.off },
    { label: say.password, value: state(password), changeHref: '/account/password' },
    { label: say.totp, value: state(totp), changeHref: '/sign-up/app' },
    { label: say.recovery, value: say.recoveryLeft(recoveryCodesLeft), changeHref: '/recovery-codes' },
  ];
}
