import type { FacesSeen, PhotoLook, PhotoProblem } from '../kind/index.ts';
import { printedKind, readKind } from '../print/index.ts';

const ofFaces: Readonly<Record<FacesSeen, readonly PhotoProblem[]>> = {
  one: [],
  none: ['no-face'],
  several: ['several-faces'],
  'too-small': ['face-too-small'],
};

/** Whether there is one face, and whether it is a person's and not the one on a card (finding P1). */
export async function judgeSelfie({ photo, quality, faces }: PhotoLook): Promise<readonly PhotoProblem[]> {
  const { lines } = await readKind(photo);
  if (printedKind(lines) !== 'unknown') return ['document-as-selfie'];
  return [...ofFaces[await faces.ofPerson(photo)], ...quality.problems];
}
