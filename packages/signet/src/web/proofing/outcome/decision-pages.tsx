import { type Decision, photosOf, type ReasonCode } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import { ButtonGroup, ButtonLink, Page, PrintButton, ProcessList, QrCode, Secret } from '../../ui/index.ts';
import { AskAgency } from '../agency-help/index.ts';
import { photoWords } from '../capture/index.ts';
import { ExitLinks, pathOf, Reasons, SandboxHint, type StepVisit, Waiting } from '../step/index.ts';
import { recoverPath } from '../subject.ts';

type Of<Outcome extends Decision['outcome']> = Extract<Decision, { outcome: Outcome }>;

/** Which answer, why, what helps, and the way straight there. */
export function TryAgainPage(props: { readonly at: StepVisit; readonly decision: Of<'try-again'> }) {
  const { at, decision } = props;
  const { frame } = at;
  const say = words(frame.lang).proofing.again;
  const title = titleOf(at, decision.step);
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <Reasons frame={frame} reasons={decision.reasons} help />
      {decision.reasons.includes('document-not-accepted') ? <SandboxHint at={at} about="photo" /> : null}
      <PoorPhotos at={at} />
      <p>{say.lead}</p>
      <ButtonGroup>
        <ButtonLink href={pathOf(decision.step)}>{say.buttons[decision.step]}</ButtonLink>
      </ButtonGroup>
      <ExitLinks
        frame={frame}
        links={[elsewhere(at, { href: '/verify/other-ways', text: say.other })]}
        request={at.request}
        stop
      />
    </Page>
  );
}

/** What else is wrong with photos that nobody looked at when they were sent: told now, and not one a round (finding P2). */
function PoorPhotos({ at: { frame, view } }: { readonly at: StepVisit }) {
  const { again, photo } = words(frame.lang).proofing;
  const poor = photosOf(view.answers).flatMap((role) => {
    const note = view.answers.photos[role];
    return note && !note.settled ? [{ role, problems: note.problems }] : [];
  });
  if (poor.length === 0) return null;
  return (
    <>
      <p>{again.poorToo}</p>
      <ul>
        {poor.map(({ role, problems }) => (
          <li>
            <strong>{photoWords({ frame, view }, role).row}.</strong>{' '}
            {problems.map((problem) => photo.problems[problem]).join(' ')}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A photo of the document is called by what this person chose: a passport card has a front as well. */
function titleOf({ frame, view }: StepVisit, step: Of<'try-again'>['step']): string {
  const { titles, titleOfPhoto } = words(frame.lang).proofing.again;
  if (step in titles) return titles[step as keyof typeof titles];
  const role = photosOf(view.answers).find((one) => one === step);
  return role ? titleOfPhoto(photoWords({ frame, view }, role).row) : titles.choose;
}

/** Other ways than these papers. In a recovery they are the other recovery methods. */
const elsewhere = ({ frame, view }: StepVisit, link: { readonly href: string; readonly text: string }) =>
  view.recovers ? { href: recoverPath, text: words(frame.lang).proofing.recovery.otherWays } : link;

/** The case's number, who does what next and by when, and the way to redress (A23). */
export function NeedsPersonPage(props: {
  readonly at: StepVisit;
  readonly decision: Of<'needs-person'>;
  /** The case's number as a QR code, for whoever has it on paper or on a screen. */
  readonly picture: string;
}) {
  const { at, decision, picture } = props;
  const { frame } = at;
  const say = words(frame.lang).proofing.person;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead}</p>
      <h2>{say.case}</h2>
      <p>
        <Secret>{decision.reference}</Secret>
      </p>
      <p>{say.keep}</p>
      <QrCode picture={picture} alt={say.codeAlt(decision.reference)} />
      <PrintButton lang={frame.lang} hint={say.printHint} />
      <h2>{say.why}</h2>
      <Reasons frame={frame} reasons={decision.reasons} />
      <h2>{say.next}</h2>
      <ProcessList steps={nextSteps(at)} level={3} />
      <Faster lang={frame.lang} reasons={decision.reasons} />
      {at.view.recovers ? null : <AskAgency frame={frame} agencies={at.needs.agencies} request={at.ahead} />}
      <ExitLinks
        frame={frame}
        links={[{ href: '/verify/redress', text: say.redress }]}
        request={at.request}
        decided
        stop
      />
    </Page>
  );
}

function Faster({ lang, reasons }: { readonly lang: Lang; readonly reasons: readonly ReasonCode[] }) {
  const say = words(lang).proofing.person;
  if (reasons.every((reason) => notOfPhotos.includes(reason))) return null;
  return (
    <>
      <h2>{say.faster}</h2>
      <p>{isForFileAlone(reasons) ? say.withCamera : say.restart}</p>
    </>
  );
}

/** Nothing is wrong with the document or the photos: others would lead to the same page again. */
const notOfPhotos: readonly ReasonCode[] = ['taxpayer-number', 'no-phone'];

/** All else agreed, so that a live picture of the face would have been enough. */
const isForFileAlone = (reasons: readonly ReasonCode[]): boolean =>
  reasons.length === 1 && reasons[0] === 'selfie-from-file';

/** An agent's answer helps in the browser that began the recovery, and in no other. */
function nextSteps({ frame, needs, view }: StepVisit) {
  const { person, recovery } = words(frame.lang).proofing;
  const steps = person.steps(needs.reviewRetentionDays);
  return view.recovers ? [...steps, recovery.person.comeBack] : steps;
}

/** The case goes on by itself; without script the page looks again now and then. */
export function PendingRecordsPage({ at }: { readonly at: StepVisit }) {
  const { frame } = at;
  const say = words(frame.lang).proofing.pending;
  return (
    <Page frame={frame} title={say.title}>
      <h1>{say.title}</h1>
      <Waiting at={at} lead={say.lead} />
      <p>{say.next}</p>
      <p>{say.leave}</p>
      <ButtonGroup>
        <ButtonLink href="/verify" kind="secondary">
          {say.look}
        </ButtonLink>
      </ButtonGroup>
      {at.view.recovers ? null : <AskAgency frame={frame} agencies={at.needs.agencies} request={at.ahead} />}
      <ExitLinks frame={frame} request={at.request} decided stop />
    </Page>
  );
}
