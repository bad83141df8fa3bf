import { randomUUID } from 'node:crypto';
import { type PhotoNote, type PhotoRole, photosOf } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import { Alert, Button, ButtonLink, FileField, Form, Sending } from '../../ui/index.ts';
import { LiveSelfie } from '../live-selfie/index.ts';
import { pathOf, Reasons, SandboxHint, StepLayout, type StepPage, type StepVisit } from '../step/index.ts';
import { ExamplePhoto } from './example-photo.tsx';
import { photoWords } from './photo-words.ts';

export interface PhotoPageProps {
  readonly at: StepVisit;
  readonly role: PhotoRole;
  readonly section: StepPage['section'];
  /** All that is wrong with the photo just sent. */
  readonly errors?: readonly string[];
  /** The photo just sent is poor, and may be used all the same. */
  readonly mayUseAnyway?: boolean;
}

/** A photo by camera or from a file, with what makes it a good one. */
export function PhotoPage({ at, role, section, errors = [], mayUseAnyway = false }: PhotoPageProps) {
  const { frame } = at;
  const say = words(frame.lang).proofing.photo;
  const ofPhoto = photoWords(at, role);
  const note = at.view.answers.photos[role];
  return (
    <StepLayout
      at={at}
      section={section}
      title={ofPhoto.title}
      problems={errors.map((text) => ({ field: 'photo', text }))}
      links={[
        ...(isAnotherNeeded(note) ? [{ href: pathOf('choose'), text: say.otherDocument }] : []),
        { href: '/verify/other-ways/no-photo', text: say.cannot },
      ]}
    >
      {errors.length > 0 ? null : <Before at={at} note={note} />}
      <Corrected at={at} role={role} />
      {role === 'selfie' ? <LiveFace lang={frame.lang} role={role} tips={ofPhoto.tips} /> : null}
      <Form frame={frame} action={pathOf(role)} files>
        <FileField
          lang={frame.lang}
          name="photo"
          label={ofPhoto.title}
          labelIsHeading={role !== 'selfie'}
          hint={role === 'selfie' ? null : <Advice lang={frame.lang} role={role} tips={ofPhoto.tips} />}
          facing={role === 'selfie' ? 'user' : 'environment'}
          error={errors.join('\n') || undefined}
        />
        <SandboxHint at={at} about="photo" />
        <Sending lang={frame.lang} name={randomUUID()}>
          <Button>{say.submit}</Button>
        </Sending>
      </Form>
      {mayUseAnyway ? <UseAnyway at={at} role={role} /> : null}
      {note?.settled && errors.length === 0 ? <Sent at={at} role={role} /> : null}
    </StepLayout>
  );
}

interface AdviceProps {
  readonly lang: Lang;
  readonly role: PhotoRole;
  readonly tips: readonly string[];
}

/** The face is taken live where there is a camera and a script; the photo field below serves everybody. */
const LiveFace = ({ lang, role, tips }: AdviceProps) => (
  <>
    <h1>{words(lang).proofing.liveSelfie.heading}</h1>
    <Advice lang={lang} role={role} tips={tips} />
    <LiveSelfie lang={lang} />
  </>
);

const Advice = ({ lang, role, tips }: AdviceProps) => (
  <>
    <Tips tips={tips} />
    <ExamplePhoto lang={lang} role={role} />
  </>
);

/** What the document itself says, or that it is another: no photo of this one will do. */
const isAnotherNeeded = (note: PhotoNote | undefined): boolean =>
  note?.settled === false &&
  note.problems.some((problem) => ['expired', 'not-accepted', 'other-document'].includes(problem));

const Tips = ({ tips }: { readonly tips: readonly string[] }) => (
  <ul>
    {tips.map((tip) => (
      <li>{tip}</li>
    ))}
  </ul>
);

/** Why the person is here again: what the checks found, or what was poor about the photo sent last. */
function Before({ at, note }: { readonly at: StepVisit; readonly note: PhotoNote | undefined }) {
  const { frame, view, step } = at;
  const say = words(frame.lang).proofing.photo;
  if (note && !note.settled) {
    return (
      <Alert lang={frame.lang} kind="warning" heading={say.poorTitle}>
        <p>{note.problems.map((problem) => say.problems[problem]).join(' ')}</p>
      </Alert>
    );
  }
  if (view.decision?.outcome !== 'try-again' || view.decision.step !== step) return null;
  return (
    <Alert lang={frame.lang} kind="warning">
      <Reasons frame={frame} reasons={view.decision.reasons} help />
    </Alert>
  );
}

/** The card was told to be the other of two that have the same sides: said once, on the page after the photo that told. */
function Corrected({ at, role }: { readonly at: StepVisit; readonly role: PhotoRole }) {
  const { document, corrected } = at.view.answers;
  const isNext =
    corrected?.by &&
    document &&
    photosOf(document).indexOf(role) === photosOf(document).indexOf(corrected.by) + 1;
  if (!isNext || (document !== 'license' && document !== 'state-id')) return null;
  return (
    <Alert lang={at.frame.lang} kind="info">
      <p>{words(at.frame.lang).proofing.photo.corrected[document]}</p>
    </Alert>
  );
}

function UseAnyway({ at, role }: { readonly at: StepVisit; readonly role: PhotoRole }) {
  const say = words(at.frame.lang).proofing.photo;
  return (
    <>
      <h2>{say.anywayTitle}</h2>
      <CasePhoto at={at} role={role} />
      <p>{say.anywayBody(at.needs.reviewRetentionDays)}</p>
      <Form frame={at.frame} action={`${pathOf(role)}/anyway`}>
        <Button kind="secondary">{say.anyway}</Button>
      </Form>
    </>
  );
}

function Sent({ at, role }: { readonly at: StepVisit; readonly role: PhotoRole }) {
  const say = words(at.frame.lang).proofing.photo;
  return (
    <>
      <h2>{say.sentTitle}</h2>
      <CasePhoto at={at} role={role} />
      <p>{say.sentBody}</p>
      <ButtonLink href={pathOf(at.view.step)} kind="secondary">
        {say.keep}
      </ButtonLink>
    </>
  );
}

/**
 * The person's own photo, as Signet holds it. Each has an address of its own: a browser shows a picture that it has decoded
 * again, also where it may not keep it, and the person would agree to a photo that they do not see.
 */
export const CasePhoto = ({ at, role }: { readonly at: StepVisit; readonly role: PhotoRole }) => (
  <img
    class="signet-thumbnail"
    src={`/verify/photo/${role}?taken=${at.view.answers.photos[role]?.takenAt.getTime() ?? 0}`}
    alt={photoWords(at, role).alt}
  />
);
