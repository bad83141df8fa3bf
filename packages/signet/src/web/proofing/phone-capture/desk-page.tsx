import type { Child } from 'hono/jsx';
import { inFours } from '../../../kernel/index.ts';
import type { LinkOver, PhoneLinkView } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Alert, Button, ButtonLink, Disclosure, Form, QrCode } from '../../ui/index.ts';
import { pathOf, StepLayout, type StepVisit } from '../step/index.ts';
import { DeskProgress } from './desk-progress.tsx';
import { MatchingWords } from './matching-words.tsx';

interface DeskPageProps {
  readonly at: StepVisit;
  readonly link: PhoneLinkView;
  /** What opens the link, where this session made it. */
  readonly code: { readonly url: string; readonly picture: string; readonly typed: string } | undefined;
}

/** Minutes that a link lasts are said in whole ones. */
const minutesLeft = ({ expiresAt }: PhoneLinkView): number =>
  Math.max(1, Math.round((expiresAt.getTime() - Date.now()) / 60_000));

export function DeskPage({ at, link, code }: DeskPageProps) {
  const { is } = link.standing;
  if (is === 'waiting') return <WaitingPage at={at} link={link} code={code} />;
  if (is === 'opened' || is === 'joined') return <PhonePage at={at} link={link} />;
  return <OverPage at={at} link={link} why={is === 'done' ? 'case-over' : is} />;
}

interface DeskLayoutProps {
  readonly at: StepVisit;
  readonly title: string;
  readonly follows?: boolean;
  readonly children: Child;
}

/** Without script it looks again every few seconds. */
function DeskLayout({ at, title, follows, children }: DeskLayoutProps) {
  const section = at.step === 'selfie' ? 'face' : 'document';
  return (
    <StepLayout
      at={at}
      section={section}
      title={title}
      back={at.step}
      refreshSeconds={follows ? 5 : undefined}
    >
      <h1>{title}</h1>
      {children}
    </StepLayout>
  );
}

/** No phone has opened the link. */
function WaitingPage({ at, link, code }: DeskPageProps) {
  const { frame } = at;
  const { desk: say } = words(frame.lang).proofing.phoneCapture;
  if (!code)
    return (
      <DeskLayout at={at} title={say.title}>
        <p>{say.elsewhere}</p>
        <NewLink at={at} />
        <Here at={at} />
      </DeskLayout>
    );
  return (
    <DeskLayout at={at} title={say.title} follows>
      <p class="signet-lead">{say.scan}</p>
      <QrCode picture={code.picture} alt={say.qrAlt} />
      <Match at={at} link={link} />
      <TypedCode at={at} typed={code.typed} />
      <PlayPhone at={at} url={code.url} />
      <DeskProgress at={at} link={link} />
      <p>
        {say.lasts(minutesLeft(link))} {say.stay}
      </p>
      <Here at={at} />
    </DeskLayout>
  );
}

/** For phones that read no QR code. */
function TypedCode({ at, typed }: { readonly at: StepVisit; readonly typed: string }) {
  const { desk: say } = words(at.frame.lang).proofing.phoneCapture;
  const { host, protocol, origin } = new URL(at.needs.origin);
  return (
    <Disclosure summary={say.typeTitle}>
      <p>{say.type(`${protocol === 'https:' ? host : origin}/phone`)}</p>
      <p>
        <span class="signet-key">{inFours(typed)}</span>
      </p>
    </Disclosure>
  );
}

/** In the sandbox one browser can be both. */
function PlayPhone({ at, url }: { readonly at: StepVisit; readonly url: string }) {
  const { sandbox: say } = words(at.frame.lang).proofing.phoneCapture;
  if (!at.needs.sandboxHome) return null;
  return (
    <Alert lang={at.frame.lang} kind="info" heading={say.title}>
      <p>
        {say.body}{' '}
        <a href={url} target="_blank" rel="noopener noreferrer">
          {say.link}
        </a>
      </p>
    </Alert>
  );
}

function Match({ at, link }: Omit<DeskPageProps, 'code'>) {
  const { desk: say } = words(at.frame.lang).proofing.phoneCapture;
  return (
    <>
      <p class="signet-matching-lead">{say.match}</p>
      <MatchingWords link={link} />
      {link.hasPhone ? <p>{say.matchWhy}</p> : null}
    </>
  );
}

/** A phone has the link. */
function PhonePage({ at, link }: Omit<DeskPageProps, 'code'>) {
  const { frame } = at;
  const { desk: say } = words(frame.lang).proofing.phoneCapture;
  const isJoined = link.standing.is === 'joined';
  return (
    <DeskLayout at={at} title={isJoined ? say.joined : say.opened} follows>
      <p class="signet-lead">{isJoined ? say.stay : say.openedBody}</p>
      <Match at={at} link={link} />
      <DeskProgress at={at} link={link} />
      <p>{say.lasts(minutesLeft(link))}</p>
      <Longer at={at} />
      <Form frame={frame} action="/verify/use-phone">
        <input type="hidden" name="anew" value="yes" />
        <Button kind="secondary">{say.another}</Button>
      </Form>
      <Form frame={frame} action="/verify/use-phone/stop">
        <Button kind="secondary">{say.stop}</Button>
      </Form>
    </DeskLayout>
  );
}

/** The link opens nothing any more: why, and the ways on. */
function OverPage({ at, link, why }: Omit<DeskPageProps, 'code'> & { readonly why: LinkOver }) {
  const say = words(at.frame.lang).proofing.phoneCapture.over[why];
  const mayGoOn = why === 'expired' && link.hasPhone;
  return (
    <DeskLayout at={at} title={say.title}>
      <p class="signet-lead">{say.body}</p>
      {mayGoOn ? <Longer at={at} /> : null}
      <NewLink at={at} kind={mayGoOn ? 'secondary' : 'primary'} />
      <Here at={at} />
    </DeskLayout>
  );
}

const Longer = ({ at }: { readonly at: StepVisit }) => (
  <Form frame={at.frame} action="/verify/use-phone/longer">
    <Button>{words(at.frame.lang).proofing.phoneCapture.desk.longer}</Button>
  </Form>
);

const NewLink = ({ at, kind }: { readonly at: StepVisit; readonly kind?: 'primary' | 'secondary' }) => (
  <Form frame={at.frame} action="/verify/use-phone">
    <input type="hidden" name="anew" value="yes" />
    <Button kind={kind}>{words(at.frame.lang).proofing.phoneCapture.desk.again}</Button>
  </Form>
);

/** Back to the photo itself; the link stays as it is. */
const Here = ({ at }: { readonly at: StepVisit }) => (
  <p>
    <ButtonLink href={pathOf(at.step)} kind="secondary">
      {words(at.frame.lang).proofing.phoneCapture.desk.here}
    </ButtonLink>
  </p>
);

export function TooManyLinksPage({ at }: { readonly at: StepVisit }) {
  const { desk: say } = words(at.frame.lang).proofing.phoneCapture;
  return (
    <DeskLayout at={at} title={say.title}>
      <p>{say.tooMany}</p>
      <Here at={at} />
    </DeskLayout>
  );
}
