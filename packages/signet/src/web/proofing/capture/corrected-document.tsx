import { type PhotoRole, photosOf } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { Alert } from '../../ui/index.ts';
import type { StepVisit } from '../step/index.ts';

interface CorrectedDocumentProps {
  readonly at: Pick<StepVisit, 'frame' | 'view'>;
  readonly role: PhotoRole;
}

/** The card was told to be the other of two that have the same sides: said once, on the page after the photo that told. */
export function CorrectedDocument({ at, role }: CorrectedDocumentProps) {
  const { document, corrected } = at.view.answers;
  const isNext =
    corrected?.by &&
    document &&
    photosOf(at.view.answers).indexOf(role) === photosOf(at.view.answers).indexOf(corrected.by) + 1;
  if (!isNext || (document !== 'license' && document !== 'state-id')) return null;
  return (
    <Alert lang={at.frame.lang} kind="info">
      <p>{words(at.frame.lang).proofing.photo.corrected[document]}</p>
    </Alert>
  );
}
