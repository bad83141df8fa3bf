import type { OwnAddress } from '../../../modules/accounts/index.ts';
import type { Authenticators } from '../../../modules/authentication/index.ts';
import type { CaseView } from '../../../modules/proofing/index.ts';
import { formatList, words } from '../../locales/index.ts';
import { CardGroup, EmailAddress, LocalTime, type PageFrame } from '../../ui/index.ts';
import type { Act } from '../history/index.ts';
import { AccountSection, sections } from '../layout/index.ts';
import { IdentityCard } from './identity-card.tsx';
import { OverviewCard } from './overview-card.tsx';
import { type Advice, worthDoing } from './recommendations.ts';

export interface OverviewPageProps {
  readonly frame: PageFrame;
  readonly verifiedAt: Date | undefined;
  readonly identityCheck: CaseView | undefined;
  /** What was verified is in a vault that this session does not open. */
  readonly locked: boolean;
  readonly authenticators: Authenticators;
  readonly addresses: readonly OwnAddress[];
  /** How many browsers are signed in, this one among them. */
  readonly sessions: number;
  /** The newest sign-in before this session began. */
  readonly lastSignIn: Date | undefined;
  /** The account was made in this session. */
  readonly isFirst: boolean;
  readonly agencies: readonly string[];
  readonly newest: Act | undefined;
}

/** The account at a glance: what is worth doing, if anything, and a card a section that leads there. */
export function OverviewPage(props: OverviewPageProps) {
  const { frame } = props;
  const say = words(frame.lang).account.overview;
  return (
    <AccountSection frame={frame} section="overview" title={say.title} width="wide">
      <WorthDoing frame={frame} advice={worthDoing(props.authenticators, props.addresses.length)} />
      <CardGroup>
        <IdentityCard
          frame={frame}
          verifiedAt={props.verifiedAt}
          identityCheck={props.identityCheck}
          locked={props.locked}
        />
        <Ways frame={frame} authenticators={props.authenticators} />
        <Contact frame={frame} addresses={props.addresses} />
        <Sessions
          frame={frame}
          count={props.sessions}
          lastSignIn={props.lastSignIn}
          isFirst={props.isFirst}
        />
        <OverviewCard
          heading={say.agencies.heading}
          href={sections.agencies}
          link={say.agencies.link}
          body={<p>{formatList(frame.lang, props.agencies) || say.agencies.none}</p>}
        />
        <Newest frame={frame} act={props.newest} />
      </CardGroup>
    </AccountSection>
  );
}

/** Calm, and nothing at all where nothing is due. */
function WorthDoing({ frame, advice }: { readonly frame: PageFrame; readonly advice: readonly Advice[] }) {
  const say = words(frame.lang).account.overview.advice;
  if (advice.length === 0) return null;
  return (
    <section class="signet-advice" aria-labelledby="worth-doing">
      <h2 class="signet-advice__heading" id="worth-doing">
        {say.heading}
      </h2>
      <ul>
        {advice.map((one) => (
          <li>
            {one.code === 'few-codes' ? say[one.code].text(one.left) : say[one.code].text}{' '}
            <a href={remedies[one.code]}>{say[one.code].link}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const remedies = {
  'one-way': sections.ways,
  'few-codes': '/recovery-codes',
  'one-address': '/account/contact/add',
} as const;

function Ways({
  frame,
  authenticators,
}: {
  readonly frame: PageFrame;
  readonly authenticators: Authenticators;
}) {
  const say = words(frame.lang).account.overview.ways;
  const { passkeys, password, totp, recoveryCodesLeft } = authenticators;
  const phones = authenticators.phones.filter(({ on }) => on).length;
  const ways = [
    ...(passkeys.length > 0 ? [say.passkeys(passkeys.length)] : []),
    ...(password ? [say.password] : []),
    ...(totp ? [say.totp] : []),
    ...(phones > 0 ? [say.phones(phones)] : []),
    say.codes(recoveryCodesLeft),
  ];
  const body = (
    <ul class="signet-plain-list">
      {ways.map((way) => (
        <li>{way}</li>
      ))}
    </ul>
  );
  return <OverviewCard heading={say.heading} href={sections.ways} link={say.link} body={body} />;
}

function Contact({
  frame,
  addresses,
}: {
  readonly frame: PageFrame;
  readonly addresses: readonly OwnAddress[];
}) {
  const say = words(frame.lang).account.overview.contact;
  const [primary, ...others] = addresses;
  const body = (
    <p>
      <strong>
        <EmailAddress address={primary?.address.reveal() ?? ''} />
      </strong>{' '}
      {others.length > 0 ? say.others(others.length) : null}
    </p>
  );
  return <OverviewCard heading={say.heading} href={sections.contact} link={say.link} body={body} />;
}

function Sessions(props: {
  readonly frame: PageFrame;
  readonly count: number;
  readonly lastSignIn: Date | undefined;
  readonly isFirst: boolean;
}) {
  const { frame, count, lastSignIn, isFirst } = props;
  const say = words(frame.lang).account.overview.sessions;
  const body = (
    <>
      <p>{count > 1 ? say.several(count) : say.here}</p>
      <p class="signet-muted">
        {lastSignIn ? (
          <>
            {say.last} <LocalTime lang={frame.lang} at={lastSignIn} />
          </>
        ) : isFirst ? (
          say.first
        ) : null}
      </p>
    </>
  );
  return <OverviewCard heading={say.heading} href={sections.devices} link={say.link} body={body} />;
}

function Newest({ frame, act }: { readonly frame: PageFrame; readonly act: Act | undefined }) {
  const say = words(frame.lang).account.overview.history;
  const body = act ? (
    <>
      <p>{act.text}</p>
      <p class="signet-muted">
        <LocalTime lang={frame.lang} at={act.at} />
      </p>
    </>
  ) : null;
  return <OverviewCard heading={say.heading} href={sections.history} link={say.link} body={body} />;
}
