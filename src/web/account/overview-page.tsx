import { formatDay, words } from '../locales/index.ts';
import { ButtonGroup, ButtonLink, EmailAddress, type PageFrame, SummaryList, Tag } from '../ui/index.ts';
import { AccountSection } from './account-section.tsx';

export interface OverviewPageProps {
  readonly frame: PageFrame;
  readonly email: string;
  readonly verifiedAt: Date | undefined;
}

export function OverviewPage({ frame, email, verifiedAt }: OverviewPageProps) {
  const say = words(frame.lang).yourAccount.overview;
  return (
    <AccountSection frame={frame} section="overview" title={say.title}>
      <SummaryList lang={frame.lang} rows={[{ label: say.email, value: <EmailAddress address={email} /> }]} />
      <h2>{say.identity}</h2>
      {verifiedAt ? <Proven frame={frame} at={verifiedAt} /> : <NotProven frame={frame} />}
    </AccountSection>
  );
}

function Proven({ frame, at }: { frame: PageFrame; at: Date }) {
  const say = words(frame.lang).yourAccount.overview;
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
  const say = words(frame.lang).yourAccount.overview;
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
