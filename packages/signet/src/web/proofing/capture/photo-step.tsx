import type { AddPhotoError, PhotoRole, Proofing } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import type { Posted, PostedFile } from '../../request/index.ts';
import type { StepPage, StepVisit } from '../step/index.ts';
import { PhotoPage } from './photo-page.tsx';

/** A step that takes one photo. */
export function photoStep(role: PhotoRole, section: StepPage['section']): StepPage {
  return {
    section,
    draw: (at) => <PhotoPage at={at} role={role} section={section} />,
    async take(at, posted) {
      const { proofing } = at.needs;
      const taken = await takePhoto(proofing, at, role, posted);
      if (taken === 'on') return 'on';
      // a poor photo is kept: the page shows it
      const view = (await proofing.currentCase(at.person)) ?? at.view;
      const { errors, mayUseAnyway } = taken;
      const seen = { ...at, view };
      return {
        again: (
          <PhotoPage at={seen} role={role} section={section} errors={errors} mayUseAnyway={mayUseAnyway} />
        ),
        status: 422,
      };
    },
  };
}

/** What is wrong with a photo that was sent. */
export interface PhotoNotTaken {
  readonly errors: readonly string[];
  readonly mayUseAnyway: boolean;
}

/** Takes the photo of a posted form: `on` to where the case now stands. */
export async function takePhoto(
  proofing: Pick<Proofing, 'addPhoto'>,
  { person, frame: { lang } }: Pick<StepVisit, 'person' | 'frame'>,
  role: PhotoRole,
  { photo, sending }: Readonly<Record<string, Posted>>,
): Promise<'on' | PhotoNotTaken> {
  if (!isChosen(photo)) return { errors: [words(lang).proofing.photo.missing], mayUseAnyway: false };
  const added = await proofing.addPhoto(person, role, photo.bytes, nameOf(sending));
  if (added.ok || added.error.code === 'not-now') return 'on';
  const mayUseAnyway = added.error.code === 'poor-quality' && added.error.mayUseAnyway;
  return { errors: wordsOf(lang, added.error), mayUseAnyway };
}

/** As our page made it; anything else names nothing. */
const nameOf = (sending: Posted | undefined): string | undefined =>
  typeof sending === 'string' && /^[\w-]{20,40}$/.test(sending) ? sending : undefined;

/** Browsers send a nameless, empty file where none was chosen; an empty file with a name is another mistake. */
const isChosen = (photo: Posted | undefined): photo is PostedFile =>
  typeof photo === 'object' && (photo.bytes.length > 0 || photo.name !== '');

function wordsOf(lang: Lang, error: Exclude<AddPhotoError, { code: 'not-now' }>): readonly string[] {
  const say = words(lang).proofing.photo;
  switch (error.code) {
    case 'refused':
      return [say.refusals[error.why]];
    case 'poor-quality':
      return error.problems.map((problem) => say.problems[problem]);
    case 'too-many-photos':
      return [say.tooMany];
  }
}
