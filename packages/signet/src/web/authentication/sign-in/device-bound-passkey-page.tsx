import type { NamedPasskey } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { Page, type PageFrame, Passkey } from '../../ui/index.ts';
import { BackToAgency } from './back-to-agency.tsx';

/** An agency demands AAL3 (B2): a key that stays in one device. Which of the person's will do, or how to get one. */
export function DeviceBoundPasskeyPage(props: {
  readonly frame: PageFrame;
  readonly agency: string;
  readonly passkeys: readonly NamedPasskey[];
}) {
  const { frame, agency, passkeys } = props;
  const say = words(frame.lang).stepUp.keyNeeded;
  const { unnamed } = words(frame.lang).account.ways;
  const keys = passkeys.filter(({ synced }) => !synced);
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead(agency)}</p>
      {keys.length > 0 ? (
        <>
          <p>{say.have}</p>
          <ul>
            {keys.map(({ name, model, kind }) => (
              <li>{name ?? model ?? unnamed[kind]}</li>
            ))}
          </ul>
          <Passkey
            frame={frame}
            mode="signin"
            optionsUrl="/passkey/sign-in/options?kind=device-bound"
            verifyUrl="/passkey/sign-in/verify"
            alone
          >
            {say.use}
          </Passkey>
        </>
      ) : (
        <p>{passkeys.length > 0 ? say.syncedOnly : say.none}</p>
      )}
      <Passkey
        frame={frame}
        mode="register"
        optionsUrl="/passkey/register/options?kind=security-key&to=/sign-in/key-needed"
        verifyUrl="/passkey/register/verify"
        alone
        kind={keys.length > 0 ? 'secondary' : 'primary'}
      >
        {say.add}
      </Passkey>
      <BackToAgency frame={frame} />
    </Page>
  );
}
