import {
  type FaceProblem,
  type FollowedFace,
  judgeMovement,
  judgeSimilarity,
  looksStraight,
  type Movement,
} from '../../biometrics/index.ts';

/** Why a frame did not show what was asked for. */
export type FrameProblem =
  | FaceProblem
  | 'not-straight'
  | 'more'
  | 'other-side'
  | 'another-face'
  | 'eyes-covered'
  | 'poor-picture'; // too dark, too bright or blurred

/** What stands between a frame and what was asked for; nothing where it is seen. `straight`: the first frame. */
export function frameProblem(
  ask: 'straight' | Movement,
  straight: FollowedFace,
  moved: FollowedFace,
): FrameProblem | undefined {
  if (ask === 'straight') {
    if (!looksStraight(moved.pose)) return 'not-straight';
    return moved.eyesCovered ? 'eyes-covered' : undefined; // it is compared with a portrait without dark glasses
  }
  if (!isSameFace(moved)) return 'another-face';
  const judgment = judgeMovement(ask, straight.pose, moved.pose);
  return judgment === 'done' ? undefined : judgment;
}

/** A turned head is less like the straight one, by some 0.2: what a comparison of two photographs accepts is enough. */
function isSameFace({ similarity }: FollowedFace): boolean {
  const judgment = judgeSimilarity(similarity);
  return judgment === 'accept' || judgment === 'one-picture';
}
