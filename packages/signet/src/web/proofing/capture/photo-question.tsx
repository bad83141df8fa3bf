import type { Child } from 'hono/jsx';
import { anotherDocumentProblems } from '../../../modules/evidence/index.ts';
import type { PhotoNote, PhotoRole } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Alert, Button, Form } from '../../ui/index.ts';
import type { StepVisit } from '../step/index.ts';
import { type AskedForPhoto, DocumentForm, FaceForm } from './photo-form.tsx';
import { photoWords } from './photo-words.ts';

interface PhotoQuestionProps {
  readonly at: AskedForPhoto;
  readonly role: PhotoRole;
  /** Above the addresses that a photo is sent to. */
  readonly base: string;
  /** All that is wrong with the photo just sent. */
  readonly errors: readonly string[];
  /** The photo just sent is poor, and may be used all the same. */
  readonly mayUseAnyway: boolean;
  /** Other ways to a live picture of the face: better than a file, at which a person has to look. */
  readonly beforeFile?: Child;
}

/** The photo itself, by camera or from a file, with what makes it a good one. */
export function PhotoQuestion({ at, role, base, errors, mayUseAnyway, beforeFile }: PhotoQuestionProps) {
  const error = errors.join('\n') || undefined;
  return (
    <>
      {role === 'selfie' ? (
        <FaceForm at={at} base={base} error={error} beforeFile={beforeFile} />
      ) : (
        <DocumentForm at={at} role={role} base={base} error={error} />
      )}
      {mayUseAnyway ? <UseAnyway at={at} role={role} base={base} /> : null}
    </>
  );
}

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

export const needsAnotherDocument = (note: PhotoNote | undefined): boolean =>
  note?.settled === false && note.problems.some((problem) => anotherDocumentProblems.includes(problem));

/** What was poor about the photo sent last. */
export function PoorPhoto({ frame, note }: Pick<StepVisit, 'frame'> & { readonly note: PhotoNote }) {
  const say = words(frame.lang).proofing.photo;
  return (
    <Alert lang={frame.lang} kind="warning" heading={say.poorTitle}>
      <p>{note.problems.map((problem) => say.problems[problem]).join(' ')}</p>
    </Alert>
  );
}
