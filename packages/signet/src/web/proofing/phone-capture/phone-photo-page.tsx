import type { PhotoRole } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Button, Form, Page, type PageFrame } from '../../ui/index.ts';
import {
  CorrectedDocument,
  needsAnotherDocument,
  type PhotoNotTaken,
  PhotoQuestion,
  PoorPhoto,
  photoTitle,
} from '../capture/index.ts';
import type { ProofingPagesNeeds } from '../needs.ts';
import type { Joined } from './joined-phone.ts';
import { MatchingWords } from './matching-words.tsx';

interface PhonePhotoPageProps {
  readonly needs: ProofingPagesNeeds;
  readonly frame: PageFrame;
  readonly at: Pick<Joined, 'link' | 'open'>;
  readonly role: PhotoRole;
  /** What is wrong with the photo just sent. */
  readonly taken?: PhotoNotTaken;
}

const notWrong: PhotoNotTaken = { errors: [], mayUseAnyway: false };

/** The photo that the case asks for now, and nothing else of the case. */
export function PhonePhotoPage({ needs, frame, at, role, taken = notWrong }: PhonePhotoPageProps) {
  const { link, open: view } = at;
  const say = words(frame.lang).proofing.phoneCapture.phone;
  const asked = { frame, view, needs };
  const note = view.answers.photos[role];
  const { errors, mayUseAnyway } = taken;
  return (
    <Page
      frame={frame}
      title={photoTitle(asked, role)}
      problems={errors.map((text) => ({ field: 'photo', text }))}
    >
      {note && !note.settled && errors.length === 0 ? <PoorPhoto frame={frame} note={note} /> : null}
      <CorrectedDocument at={asked} role={role} />
      {needsAnotherDocument(note) ? <p>{say.otherDocument}</p> : null}
      <PhotoQuestion at={asked} role={role} base="/phone" errors={errors} mayUseAnyway={mayUseAnyway} />
      <div class="signet-ways-out">
        <p class="signet-matching-lead">{say.words}</p>
        <MatchingWords link={link} />
        <Form frame={frame} action="/phone/refuse">
          <Button kind="link">{say.notMine}</Button>
        </Form>
      </div>
    </Page>
  );
}
