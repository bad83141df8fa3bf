import type { Removal } from '../../../modules/authentication/index.ts';
import { words } from '../../locales/index.ts';
import { Alert, BackLink, Button, ButtonGroup, ButtonLink, Form, type PageFrame } from '../../ui/index.ts';
import { AccountSection, sections } from '../layout/index.ts';

export interface RemovalPageProps {
  readonly frame: PageFrame;
  /** How the sentence names it: "your password", "YubiKey 5". */
  readonly what: string;
  readonly isPasskey: boolean;
  readonly action: string;
  readonly removal: Removal;
}

/** Before a way to sign in goes: what that means; or why it cannot go yet, and what to do first. */
export function RemovalPage(props: RemovalPageProps) {
  const { frame, what, removal } = props;
  const { ways } = words(frame.lang).account;
  const say = ways.removal;
  const title = removal.lastWay ? say.lastTitle(what) : say.title(what);
  const above = <BackLink href={sections.ways}>{ways.title}</BackLink>;
  return (
    <AccountSection frame={frame} section="ways" title={title} above={above}>
      {removal.lastWay ? <LastWay frame={frame} /> : <Asked props={props} />}
    </AccountSection>
  );
}

function LastWay({ frame }: Pick<RemovalPageProps, 'frame'>) {
  const say = words(frame.lang).account.ways.removal;
  return (
    <>
      <p class="signet-lead">{say.last}</p>
      <ButtonGroup>
        <ButtonLink href={sections.ways}>{say.lastBack}</ButtonLink>
      </ButtonGroup>
    </>
  );
}

function Asked({ props }: { props: RemovalPageProps }) {
  const { frame, action, isPasskey, removal } = props;
  const say = words(frame.lang).account.ways.removal;
  return (
    <>
      <p>{say.effect}</p>
      {isPasskey ? <p>{say.onDevice}</p> : null}
      {removal.vault === 'opens' ? null : (
        <Alert lang={frame.lang} kind="warning">
          <p>{removal.vault === 'codes' ? say.codesOnly : say.nothing}</p>
        </Alert>
      )}
      <Form frame={frame} action={action}>
        <ButtonGroup>
          <Button kind="danger">{say.submit}</Button>
          <ButtonLink href={sections.ways} kind="secondary">
            {say.keep}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  );
}
