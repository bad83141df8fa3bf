import type { PhotoNote, PhotoRole } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Alert, ButtonLink } from '../../ui/index.ts';
import { otherWayFor, pathOf, Reasons, StepLayout, type StepPage, type StepVisit } from '../step/index.ts';
import { CorrectedDocument } from './corrected-document.tsx';
import { OtherDevice } from './other-device.tsx';
import { CasePhoto, needsAnotherDocument, PhotoQuestion, PoorPhoto } from './photo-question.tsx';
import { photoTitle } from './photo-words.ts';

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
  const note = at.view.answers.photos[role];
  const otherDevice = role === at.view.step ? <OtherDevice frame={frame} /> : null;
  return (
    <StepLayout
      at={at}
      section={section}
      title={photoTitle(at, role)}
      problems={errors.map((text) => ({ field: 'photo', text }))}
      links={[
        ...(needsAnotherDocument(note) ? [{ href: pathOf('choose'), text: say.otherDocument }] : []),
        { href: otherWayFor(role), text: say.cannot },
        ...(role === 'selfie' ? letterLink(at) : []),
      ]}
    >
      {errors.length > 0 ? null : <Before at={at} note={note} />}
      <CorrectedDocument at={at} role={role} />
      <PhotoQuestion
        at={at}
        role={role}
        base="/verify"
        errors={errors}
        mayUseAnyway={mayUseAnyway}
        beforeFile={role === 'selfie' ? otherDevice : null}
      />
      {note?.settled && errors.length === 0 ? <Sent at={at} role={role} /> : null}
      {role === 'selfie' ? null : otherDevice}
    </StepLayout>
  );
}

/** Why the person is here again: what the checks found, or what was poor about the photo sent last. */
function Before({ at, note }: { readonly at: StepVisit; readonly note: PhotoNote | undefined }) {
  const { frame, view, step } = at;
  if (note && !note.settled) return <PoorPhoto frame={frame} note={note} />;
  if (view.decision?.outcome !== 'try-again' || view.decision.step !== step) return null;
  return (
    <Alert lang={frame.lang} kind="warning">
      <Reasons frame={frame} reasons={view.decision.reasons} help />
    </Alert>
  );
}

function Sent({ at, role }: { readonly at: StepVisit; readonly role: PhotoRole }) {
  const say = words(at.frame.lang).proofing.photo;
  return (
    <>
      <h2>{say.sentTitle}</h2>
      <CasePhoto at={at} role={role} base="/verify" />
      <p>{say.sentBody}</p>
      <ButtonLink href={pathOf(at.view.step)} kind="secondary">
        {say.keep}
      </ButtonLink>
    </>
  );
}

/** A8: no to the face check is as good here as it was when it was asked about. */
function letterLink({ frame, needs, view }: StepVisit) {
  if (view.recovers || !needs.proofing.mailsCodes(view.answers.document)) return [];
  return [
    { href: '/verify/other-ways/no-face-check', text: words(frame.lang).proofing.otherWays.letter.heading },
  ];
}
