import type { Result } from '../../../kernel/index.ts';
import { choosePortrait } from '../choose-face.ts';
import type { FaceProblem, FaceTemplate, FoundFace } from '../face.ts';
import { type QuarterTurn, turned } from './affine.ts';
import { detectFaces, type View } from './face-detector.ts';
import { type Embedding, embed } from './face-embedding.ts';
import { findFivePoints } from './face-landmarks.ts';
import type { FaceModels } from './face-models.ts';
import type { Pixels } from './pixels.ts';

/**
 * The detector finds faces lying on their side or head as surely as upright ones (0.98 at the median), so it
 * cannot say which way is up; the embedding's strength can. Seen on synthetic faces: upright 61 of 61 at 2.8 or
 * more (median 4.5), turned 105 of 105 at 3.1 or less (median 2.0). From here no other turn is tried.
 */
const SURELY_UPRIGHT = 3.5;

const TURNS: readonly QuarterTurn[] = [0, 90, 270, 180];

export interface Portrait {
  readonly view: View;
  readonly face: FoundFace;
  readonly template: FaceTemplate;
}

interface Attempt extends Embedding {
  readonly view: View;
  readonly faces: readonly FoundFace[];
}

/** A picture as it looks after a quarter turn. */
export function seen(pixels: Pixels, turn: QuarterTurn): View {
  const { width, height } = pixels;
  const upright = turned(turn, pixels);
  return turn % 180 === 0
    ? { pixels, upright, width, height }
    : { pixels, upright, width: height, height: width };
}

/** Template of one face of a view. */
export async function templateOf(models: FaceModels, view: View, face: FoundFace): Promise<Embedding> {
  return embed(models.feature, view, await findFivePoints(models.landmark, view, face));
}

/**
 * The portrait on a document that may lie in any of four turns in a large photo. The whole photo is searched
 * upright first, then in the other turns, then in parts: a small card in a large photo has a face of few pixels.
 * The caller wipes the template.
 */
export async function findPortrait(
  models: FaceModels,
  pixels: Pixels,
): Promise<Result<Portrait, FaceProblem>> {
  const best = await strongest(models, pixels);
  const chosen = choosePortrait(best?.faces ?? []);
  if (chosen.ok && best) return { ok: true, value: { ...best, face: chosen.value } };
  best?.template.fill(0);
  return chosen.ok ? { ok: false, error: 'no-face' } : chosen;
}

async function strongest(models: FaceModels, pixels: Pixels): Promise<Attempt | undefined> {
  let best: Attempt | undefined;
  for (const search of ['whole', 'parts'] as const) {
    for (const turn of TURNS) {
      const attempt = await attemptAt(models, seen(pixels, turn), search);
      const [better, worse] =
        (attempt?.strength ?? 0) > (best?.strength ?? 0) ? [attempt, best] : [best, attempt];
      worse?.template.fill(0);
      best = better;
      if (best && best.strength >= SURELY_UPRIGHT) return best;
    }
    if (best) return best; // weak, as blurred ones are: looking closer elsewhere finds nothing better
  }
  return undefined;
}

async function attemptAt(
  models: FaceModels,
  view: View,
  search: 'whole' | 'parts',
): Promise<Attempt | undefined> {
  const faces = [...(await detectFaces(models.detect, view, search))].sort((a, b) => b.width - a.width);
  return faces[0] && { view, faces, ...(await templateOf(models, view, faces[0])) };
}
