import type { Child } from 'hono/jsx';
import type { CaseView, ProvenIdentity } from '../../../modules/proofing/index.ts';
import { AccountSection } from '../../account/layout/index.ts';
import { wordsOfCheck } from '../../account/overview/index.ts';
import { words } from '../../locales/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  ButtonLink,
  DefinitionList,
  Disclosure,
  Form,
  type PageFrame,
  Tag,
} from '../../ui/index.ts';
import type { IdentityRow } from './identity-rows.ts';
import { HowProven } from './proofing-summary.tsx';

interface Props {
  readonly frame: PageFrame;
  readonly proven: ProvenIdentity | undefined;
  /** What the person is proving now, or last proved. */
  readonly identityCheck: CaseView | undefined;
  /** Masked; undefined where this session cannot open the vault. */
  readonly rows: readonly IdentityRow[] | undefined;
  /** A deletion was stopped just now. */
  readonly kept: boolean;
  /** They gave their name its own spelling just now. */
  readonly spelled: boolean;
}

/** What a person proved about themselves, masked; and what they can do with everything that is known of them. */
export function VerifiedDataPage({ frame, proven, identityCheck, rows, kept, spelled }: Props) {
  const say = words(frame.lang).account.data;
  return (
    <AccountSection frame={frame} section="data" title={say.title}>
      {kept ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{words(frame.lang).account.leaving.kept}</p>
        </Alert>
      ) : null}
      {spelled ? (
        <Alert lang={frame.lang} kind="success" live>
          <p>{say.spelling.saved}</p>
        </Alert>
      ) : null}
      {proven ? (
        <>
          {rows ? <Masked frame={frame} rows={rows} /> : <Locked frame={frame} />}
          <HowProven frame={frame} proven={proven} />
          <Disclosure summary={say.wrong.heading}>
            <ul>
              {say.wrong.steps.map((step) => (
                <li>{step}</li>
              ))}
            </ul>
            <Form frame={frame} action="/account/data/prove-again">
              <ButtonGroup>
                <Button kind="secondary">{say.wrong.proveAgain}</Button>
              </ButtonGroup>
            </Form>
          </Disclosure>
        </>
      ) : (
        <NotProven frame={frame} identityCheck={identityCheck} />
      )}
      <h2>{say.take.heading}</h2>
      <p>{say.take.body}</p>
      <Lead href="/account/data/download">{say.take.link}</Lead>
      <h2>{say.leave.heading}</h2>
      <p>{say.leave.body}</p>
      <Lead href="/account/close">{say.leave.link}</Lead>
    </AccountSection>
  );
}

function Masked({ frame, rows }: { readonly frame: PageFrame; readonly rows: readonly IdentityRow[] }) {
  const say = words(frame.lang).account.data;
  return (
    <>
      <p class="signet-muted">{say.lead}</p>
      <DefinitionList facts={rows.map(({ label, value }) => ({ term: label, value }))} />
      <p>
        <a href="/account/data/name">{say.spelling.link}</a>
      </p>
      <Form frame={frame} action="/account/data/show">
        <ButtonGroup>
          <Button kind="secondary">{say.show}</Button>
        </ButtonGroup>
        <p class="usa-hint">{say.showHint}</p>
      </Form>
    </>
  );
}

/** The authenticator that was used carries no key to the vault (docs/design.md §4). */
function Locked({ frame }: { readonly frame: PageFrame }) {
  const say = words(frame.lang).account.data;
  return (
    <Alert lang={frame.lang} kind="info" heading={say.locked.heading}>
      <p>{say.locked.body}</p>
      <ButtonLink href="/sign-in/open-vault?to=/account/data" kind="secondary">
        {say.locked.open}
      </ButtonLink>
    </Alert>
  );
}

function NotProven({ frame, identityCheck }: Pick<Props, 'frame' | 'identityCheck'>) {
  const { tag, body, link } = wordsOfCheck(frame.lang, identityCheck);
  return (
    <>
      <p>
        <Tag>{tag}</Tag>
      </p>
      <p>{body}</p>
      <Lead href="/verify">{link}</Lead>
    </>
  );
}

const Lead = ({ href, children }: { readonly href: string; readonly children: Child }) => (
  <ButtonGroup>
    <ButtonLink href={href} kind="secondary">
      {children}
    </ButtonLink>
  </ButtonGroup>
);
