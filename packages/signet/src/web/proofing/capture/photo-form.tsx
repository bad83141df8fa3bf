import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';
import type { PhotoRole } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Button, FileField, Form, Sending } from '../../ui/index.ts';
import { LiveSelfie, SandboxCamera } from '../live-selfie/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import { SandboxHint, type StepVisit } from '../step/index.ts';
import { PhotoAdvice } from './photo-advice.tsx';
import { photoTitle, photoWords } from './photo-words.ts';

/** A case that asks for a photo: of somebody who is signed in here, or of the screen that a phone takes it for. */
export interface AskedForPhoto extends Pick<StepVisit, 'frame' | 'view'> {
  readonly needs: Pick<ProofingPagesNeeds, 'reviewRetentionDays' | 'sandboxHome'>;
}

interface PhotoFormProps {
  readonly at: AskedForPhoto;
  readonly role: PhotoRole;
  /** Above the addresses that a photo is sent to. */
  readonly base: string;
  readonly error: string | undefined;
}

/** A photo of a document, by camera or from a file. */
export function DocumentForm({ at, role, base, error }: PhotoFormProps) {
  const { lang } = at.frame;
  const { tips } = photoWords(at, role);
  return (
    <Form frame={at.frame} action={`${base}/${role}`} files>
      <FileField
        lang={lang}
        name="photo"
        label={photoTitle(at, role)}
        labelIsHeading
        hint={<PhotoAdvice lang={lang} of={role} document={at.view.answers.document} tips={tips} />}
        facing="environment"
        guide={role === 'data-page' ? 'passport' : 'card'}
        error={error}
      />
      <SandboxHint at={at} about="photo" />
      <Sending lang={lang} name={randomUUID()}>
        <Button>{words(lang).proofing.photo.submit}</Button>
      </Sending>
    </Form>
  );
}

/**
 * The face is taken live where there is a camera and a script. Beneath it is the way for everybody else: a file, which shows
 * nobody who is there now (A16), so that a person looks. It is said before it is chosen.
 */
export function FaceForm({
  at,
  base,
  error,
  beforeFile,
}: Omit<PhotoFormProps, 'role'> & { readonly beforeFile: Child }) {
  const { lang } = at.frame;
  const { photo } = words(lang).proofing;
  return (
    <>
      <h1>{photoTitle(at, 'selfie')}</h1>
      <PhotoAdvice lang={lang} of="selfie" tips={photoWords(at, 'selfie').tips} />
      <LiveSelfie lang={lang} base={base} />
      <SandboxCamera frame={at.frame} home={at.needs.sandboxHome} />
      {beforeFile}
      <section class="signet-face-from-file" aria-labelledby="from-file">
        <h2 id="from-file">{photo.fromFile.title}</h2>
        <p>{photo.fromFile.lead(at.needs.reviewRetentionDays)}</p>
        <Form frame={at.frame} action={`${base}/selfie`} files>
          <FileField lang={lang} name="photo" label={photo.fromFile.label} from="file" error={error} />
          <noscript>
            <SandboxHint at={at} about="photo" />
          </noscript>
          <Sending lang={lang} name={randomUUID()}>
            <Button kind="secondary">{photo.submit}</Button>
          </Sending>
        </Form>
      </section>
    </>
  );
}
