import { chooseSelfieFace } from '../choose-face.ts';
import type { FaceProblem } from '../face.ts';
import { type FaceModels, loadModels, pinnedModels } from './face-models.ts';
import { findPortrait } from './find-portrait.ts';
import { findUprightFaces } from './find-upright-faces.ts';
import type { Pixels } from './pixels.ts';

/** Whether a picture has the one face that it should have; nothing is compared, and no template outlives the call (A17). */
export interface FaceSearch {
  /** The portrait on a document, small or large; its ghost images are no other faces. */
  portraitIn(picture: Pixels): Promise<FaceProblem | undefined>;
  /** The person before the camera, or any face that is plain to see. */
  personIn(picture: Pixels): Promise<FaceProblem | undefined>;
}

/** With the pinned models, which load at the first search. */
export function createFaceSearch(): FaceSearch {
  let loading: Promise<FaceModels> | undefined;
  const models = () => {
    loading ??= loadModels(pinnedModels());
    return loading;
  };
  return {
    async portraitIn(picture) {
      const found = await findPortrait(await models(), picture);
      if (!found.ok) return found.error;
      found.value.template.fill(0);
      return undefined;
    },
    async personIn(picture) {
      const found = await findUprightFaces(await models(), picture);
      found?.template.fill(0);
      const chosen = chooseSelfieFace(found?.faces ?? []);
      return chosen.ok ? undefined : chosen.error;
    },
  };
}
