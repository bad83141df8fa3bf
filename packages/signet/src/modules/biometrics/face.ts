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

/** 1:1 comparison of the document's portrait and the selfie. Images are upright sRGB JPEG. */
export interface FaceMatcher {
  compare(images: { document: Buffer; selfie: Buffer }): Promise<FaceComparison>;
}
