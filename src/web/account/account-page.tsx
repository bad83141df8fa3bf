import type { Authenticators } from '../../modules/authentication/index.ts';
import type { Federation } from '../../modules/federation/index.ts';
import { formatDay, words } from '../locales/index.ts';
import {
  Button,
  ButtonLink,
  Card,
  CardGroup,
  DefinitionList,
  Form,
  Page,
  type PageFrame,
} from '../ui/index.ts';

export interface AccountPageProps {
  readonly frame: PageFrame;
  readonly email: string;
  readonly verifiedAt: Date | undefined;
  readonly authenticators: Authenticators;
  readonly connections: Awaited<ReturnType<Federation['connections']>>;
}

export function AccountPage(props: AccountPageProps) {
  const { frame, verifiedAt } = props;
  const say = words(frame.lang).account.account;
  return (
    <Page frame={frame} title={say.title} width="wide">
      <h1>{say.title}</h1>
      <CardGroup>
        <Card heading={say.identity}>
          {verifiedAt ? (
            <p>{say.verified(formatDay(frame.lang, verifiedAt.toISOString().slice(0, 10)))}</p>
          ) : (
            <>
              <p>
                <strong>{say.notVerified}</strong>
              </p>
              <p>{say.notVerifiedBody}</p>
              <ButtonLink href="/verify">{say.verify}</ButtonLink>
            </>
          )}
        </Card>
        <Card heading={say.ways}>
          <DefinitionList facts={[{ term: say.email, value: props.email }, ...waysIn(props)]} />
        </Card>
        <Card heading={say.agencies}>
          {props.connections.length === 0 ? <p>{say.none}</p> : null}
          {props.connections.map((connection) => (
            <Connection frame={frame} connection={connection} />
          ))}
        </Card>
      </CardGroup>
    </Page>
  );
}

function waysIn({ frame, authenticators }: AccountPageProps) {
  const say = words(frame.lang).account.account;
  const state = (on: boolean) => (on ? say.on : say.off);
  return [
    { term: say.passkey, value: authenticators.passkeys.map(({ label }) => label).join(', ') || say.off },
    { term: say.password, value: state(authenticators.password) },
    { term: say.totp, value: state(authenticators.totp) },
    { term: say.recovery, value: say.recoveryLeft(authenticators.recoveryCodesLeft) },
  ];
}

function Connection(props: { frame: PageFrame; connection: AccountPageProps['connections'][number] }) {
  const { frame, connection } = props;
  const { account, consent } = words(frame.lang);
  const items = consent.items as Readonly<Record<string, string>>;
  const name = connection.name[frame.lang];
  return (
    <>
      <h3>{name}</h3>
      <p>
        {account.account.given}:{' '}
        {connection.items.map((item) => (items[item] ?? item).toLowerCase()).join(', ')}
      </p>
      <Form frame={frame} action="/account/connections/end">
        <input type="hidden" name="agency" value={connection.agency} />
        <Button kind="link" about={name}>
          {account.account.revoke}
        </Button>
      </Form>
    </>
  );
}
