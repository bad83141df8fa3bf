import type { Authenticators } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import { formatDay, words } from '../locales/index.ts';
import {
  Alert,
  ButtonGroup,
  ButtonLink,
  EmailAddress,
  Page,
  type PageFrame,
  Passkey,
  SummaryList,
  type SummaryRow,
  Tag,
} from '../ui/index.ts';
import { Connections } from './connections.tsx';

export interface AccountPageProps {
  readonly frame: PageFrame;
  readonly email: string;
  readonly verifiedAt: Date | undefined;
  readonly authenticators: Authenticators;
  readonly connections: Awaited<ReturnType<Federation['connections']>>;
  /** A new password was just chosen. */
  readonly passwordChanged: boolean;
}

export function AccountPage(props: AccountPageProps) {
  const { frame, verifiedAt } = props;
  const say = words(frame.lang).account.account;
  return (
    <Page frame={frame} title={say.title} width="reading">
      {props.passwordChanged ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{say.passwordChanged}</p>
        </Alert>
      ) : null}
      <h1>{say.title}</h1>
      <h2>{say.identity}</h2>
      {verifiedAt ? <Proven frame={frame} at={verifiedAt} /> : <NotProven frame={frame} />}
      <h2>{say.ways}</h2>
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
      <h2>{say.agencies}</h2>
      <Connections frame={frame} connections={props.connections} />
    </Page>
  );
}

function Proven({ frame, at }: { frame: PageFrame; at: Date }) {
  const say = words(frame.lang).account.account;
  return (
    <>
      <p>
        <Tag tone="good">{say.proven}</Tag>
      </p>
      <p>{say.verified(formatDay(frame.lang, at.toISOString().slice(0, 10)))}</p>
    </>
  );
}

function NotProven({ frame }: { frame: PageFrame }) {
  const say = words(frame.lang).account.account;
  return (
    <>
      <p>
        <Tag>{say.notVerified}</Tag>
      </p>
      <p>{say.notVerifiedBody}</p>
      <ButtonGroup>
        <ButtonLink href="/verify" kind="secondary">
          {say.verify}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

function waysIn({ frame, email, authenticators }: AccountPageProps): SummaryRow[] {
  const say = words(frame.lang).account.account;
  const state = (on: boolean) => (on ? say.on : say.off);
  const { passkeys, password, totp, recoveryCodesLeft } = authenticators;
  return [
    { label: say.email, value: <EmailAddress address={email} /> },
    { label: say.passkey, value: passkeys.map(({ label }) => label).join(', ') || say.off },
    { label: say.password, value: state(password), changeHref: '/account/password' },
    { label: say.totp, value: state(totp), changeHref: '/sign-up/app' },
    { label: say.recovery, value: say.recoveryLeft(recoveryCodesLeft), changeHref: '/recovery-codes' },
  ];
}
