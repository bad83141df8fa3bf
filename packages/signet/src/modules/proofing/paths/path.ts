import type { AttributeName } from '../../agencies/index.ts';
import type { DocumentKind } from '../../evidence/index.ts';
import type { Course, ReasonCode, Required, StepName } from '../flow/index.ts';

/** What the agency asks for. */
export interface Demand extends Required {
  readonly attributes: readonly AttributeName[];
}

/** How the photos come. A file shows nobody who is there now (A16). */
export const photoWays = ['this-device', 'another-phone', 'file'] as const;
export type PhotoWay = (typeof photoWays)[number];

/** What is waited for once everything is sent, and for how long at most; in the order in which it happens. */
export type Wait =
  | { readonly for: 'person'; readonly withinDays: number; readonly reasons: readonly ReasonCode[] }
  | { readonly for: 'letter'; readonly withinDays: number };

/** One way that can end with a proven identity. */
export interface Path {
  readonly course: Course & { readonly document: DocumentKind };
  /** The pages of this course, from the table that the case itself follows. */
  readonly steps: readonly StepName[];
  readonly photos: PhotoWay;
  readonly phone: boolean;
  readonly number: 'ssn' | 'itin';
  readonly namesAgree: boolean;
  /** Empty: it is decided at once. */
  readonly waits: readonly Wait[];
  /** What the agency asks for and this way does not bring. */
  readonly lacks: readonly AttributeName[];
}

/** One thing more with which there would be a way. Never the face check: nobody is talked into it (A17). */
export const missingThings = ['a-document', 'a-number', 'a-camera', 'mail'] as const;
export type MissingThing = (typeof missingThings)[number];

/** What can be done. The agency itself stands in any case: by phone, by mail or where it serves people. */
export interface Plan {
  /** The best first. */
  readonly paths: readonly Path[];
  /** Where there is no path: what would open one. */
  readonly missing: readonly MissingThing[];
  readonly help: 'agency';
}
