import { randomUUID } from 'node:crypto';
import type { PhotoNote, PhotoRole } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import { Alert, Button, FileField, Form, Sending } from '../../ui/index.ts';
import { LiveSelfie } from '../live-selfie/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { SandboxHint, type StepVisit } from '../step/index.ts';
import { ExamplePhoto } from './example-photo.tsx';
import { photoWords } from './photo-words.ts';

/** A case that asks for a photo: of somebody who is signed in here, or of the screen that a phone takes it for. */
export interface AskedForPhoto extends Pick<StepVisit, 'frame' | 'view'> {
  readonly needs: Pick<ProofingPagesNeeds, 'reviewRetentionDays' | 'sandboxHome'>;
}

interface PhotoQuestionProps {
  readonly at: AskedForPhoto;
  readonly role: PhotoRole;
  /** Above the addresses that a photo is sent to. */
  readonly base: string;
  /** All that is wrong with the photo just sent. */
  readonly errors: readonly string[];
  /** The photo just sent is poor, and may be used all the same. */
  readonly mayUseAnyway: boolean;
}

/** The photo itself, by camera or from a file, with what makes it a good one. */
export function PhotoQuestion({ at, role, base, errors, mayUseAnyway }: PhotoQuestionProps) {
  const { lang } = at.frame;
  const { tips, title } = photoWords(at, role);
  return (
    <>
      {role === 'selfie' ? <LiveFace lang={lang} role={role} tips={tips} base={base} /> : null}
      <Form frame={at.frame} action={`${base}/${role}`} files>
        <FileField
          lang={lang}
          name="photo"
          label={title}
          labelIsHeading={role !== 'selfie'}
          hint={role === 'selfie' ? null : <Advice lang={lang} role={role} tips={tips} />}
          facing={role === 'selfie' ? 'user' : 'environment'}
          error={errors.join('\n') || undefined}
        />
        <SandboxHint at={at} about="photo" />
        <Sending lang={lang} name={randomUUID()}>
          <Button>{words(lang).proofing.photo.submit}</Button>
        </Sending>
      </Form>
      {mayUseAnyway ? <UseAnyway at={at} role={role} base={base} /> : null}
    </>
  );
}

interface AdviceProps {
  readonly lang: Lang;
  readonly role: PhotoRole;
  readonly tips: readonly string[];
}

/** The face is taken live where there is a camera and a script; the photo field below serves everybody. */
const LiveFace = ({ lang, role, tips, base }: AdviceProps & { readonly base: string }) => (
  <>
    <h1>{words(lang).proofing.liveSelfie.heading}</h1>
    <Advice lang={lang} role={role} tips={tips} />
    <LiveSelfie lang={lang} base={base} />
  </>
);

const Advice = ({ lang, role, tips }: AdviceProps) => (
  <>
    <Tips tips={tips} />
    <ExamplePhoto lang={lang} role={role} />
  </>
);

const Tips = ({ tips }: { readonly tips: readonly string[] }) => (
  <ul>
    {tips.map((tip) => (
      <li>{tip}</li>
    ))}
  </ul>
);

function UseAnyway({ at, role, base }: Pick<PhotoQuestionProps, 'at' | 'role' | 'base'>) {
  const say = words(at.frame.lang).proofing.photo;
  return (
    <>
      <h2>{say.anywayTitle}</h2>
      <CasePhoto at={at} role={role} base={base} />
      <p>{say.anywayBody(at.needs.reviewRetentionDays)}</p>
      <Form frame={at.frame} action={`${base}/${role}/anyway`}>
        <Button kind="secondary">{say.anyway}</Button>
      </Form>
    </>
  );
}

/**
 * The person's own photo, as Signet holds it. Each has an address of its own: a browser shows a picture that it has decoded
 * again, also where it may not keep it, and the person would agree to a photo that they do not see.
 */
export const CasePhoto = ({
  at,
  role,
  base,
}: {
  readonly at: Pick<StepVisit, 'frame' | 'view'>;
  readonly role: PhotoRole;
  readonly base: string;
}) => (
  <img
    class="signet-thumbnail"
    src={`${base}/photo/${role}?taken=${at.view.answers.photos[role]?.takenAt.getTime() ?? 0}`}
    alt={photoWords(at, role).alt}
  />
);

/** What the document itself says, or that it is another: no photo of this one will do. */
export const needsAnotherDocument = (note: PhotoNote | undefined): boolean =>
  note?.settled === false &&
  note.problems.some((problem) => ['expired', 'not-accepted', 'other-document'].includes(problem));

/** What was poor about the photo sent last. */
export function PoorPhoto({ frame, note }: Pick<StepVisit, 'frame'> & { readonly note: PhotoNote }) {
  const say = words(frame.lang).proofing.photo;
  return (
    <Alert lang={frame.lang} kind="warning" heading={say.poorTitle}>
      <p>{note.problems.map((problem) => say.problems[problem]).join(' ')}</p>
    </Alert>
  );
}
