/** One face found in an image: box in pixels and the detector's confidence 0..1. */
export interface FoundFace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly confidence: number;
}

export type FaceProblem = 'no-face' | 'several-faces' | 'face-too-small';

/** A template: 512 numbers, unit length. Biometric data under A17: kept no longer than the case. */
export type FaceTemplate = Float32Array;

/** The selfie against the portrait on the document. It judges nothing: the adjudicator does, by `settings.ts`. */
export type FaceComparison =
  | {
      readonly ok: true;
      readonly similarity: number; // cosine, -1..1
      readonly liveness: number; // 0..1, passive: for a reviewer to see; no judgment reads it
      readonly portraitFace: FoundFace;
      readonly selfieFace: FoundFace;
      readonly stages: Readonly<Record<string, number>>; // milliseconds per stage
    }
  | { readonly ok: false; readonly image: 'portrait' | 'selfie'; readonly problem: FaceProblem };

/** How a face is held, in shares of itself: neither distance nor resolution changes them. */
export interface Pose {
  /** Nose tip beside the middle of the eyes, in distances between the pupils. Above 0: turned to the person's own left. */
  readonly turn: number;
  /** Nose tip between eyes (0) and mouth (1). More than looking straight: chin down. */
  readonly nod: number;
  /** How far the lips are apart, in distances from eyes to mouth. A width would not do: a print held askew is narrow. */
  readonly mouth: number;
  /** The same, the widest of several looks: an open mouth is found open in some of them, and a closed one in none. */
  readonly widestMouth: number;
  /** Distance between the pupils, in distances from eyes to mouth: falls when a print is turned away. */
  readonly breadth: number;
}

/** One frame of a live picture. */
export interface FollowedFace {
  readonly pose: Pose;
  readonly similarity: number; // to the first frame: cosine, -1..1
  /** By dark glasses. */
  readonly eyesCovered: boolean;
}

export type Following =
  | { readonly ok: true; readonly faces: readonly FollowedFace[] } // one a frame, in their order
  | { readonly ok: false; readonly frame: number; readonly problem: FaceProblem };

/** Where the portrait on a document is, compared with nothing. */
export type FoundPortrait =
  | { readonly ok: true; readonly portraitFace: FoundFace }
  | { readonly ok: false; readonly problem: FaceProblem };

/** Images are upright sRGB JPEG. */
export interface FaceMatcher {
  /** The portrait on a document, for whoever wants no face compared with it. */
  findPortrait(document: Buffer): Promise<FoundPortrait>;
  /** 1:1 comparison of the document's portrait and the selfie. */
  compare(images: { document: Buffer; selfie: Buffer }): Promise<FaceComparison>;
  /** Frames of one live picture, the first of them looking straight: how the face is held, and whether it stays the same. */
  follow(frames: readonly Buffer[]): Promise<Following>;
}
