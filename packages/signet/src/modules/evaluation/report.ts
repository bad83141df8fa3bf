import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Algorithm, MeasuredAlgorithms } from '../assurance/index.ts';
import { errorRate } from './error-rate.ts';

export type AlgorithmName = keyof MeasuredAlgorithms;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const algorithm = z.strictObject({
  models: z.record(z.string(), sha256),
  settings: z.record(z.string(), z.unknown()),
});

/** What the figures were taken from: a digest over every file, in hex, so that nobody can be shown another set. */
const corpus = z.strictObject({ sha256, files: z.int().min(0) });

const matching = { falseMatch: errorRate, falseNonMatch: errorRate };
const name = z.string().min(1).max(80);

/**
 * Error rates as they were measured, for anybody to read (A15, A16, A18 ask that results are public). Each part is there if
 * it was measured. `specimens`: documents of made-up issuers counted, as in the sandbox.
 */
export const report = z.strictObject({
  format: z.literal('signet-evaluation-1'),
  madeAt: z.iso.datetime(),
  algorithms: z.strictObject({ face: algorithm, liveness: algorithm, document: algorithm }),
  /** A picture without a usable face counts as not matched: the person before the camera is not let in either. */
  faces: z
    .strictObject({
      corpus,
      ...matching,
      groups: z.array(z.strictObject({ name, ...matching })),
    })
    .optional(),
  /** Presentation attacks by instrument (ISO/IEC 30107-3), and living people who did as they were asked. */
  attacks: z
    .strictObject({
      corpus,
      instruments: z.array(z.strictObject({ name, accepted: errorRate })),
      bonaFideRejected: errorRate,
    })
    .optional(),
  documents: z
    .strictObject({
      corpus,
      specimens: z.boolean(),
      falseAcceptance: errorRate,
      falseRejection: errorRate,
      /** Of the genuine ones that were not accepted, how many a person would look at. */
      genuineToPerson: z.int().min(0),
      instruments: z.array(z.strictObject({ name, accepted: errorRate })),
    })
    .optional(),
});
export type Report = z.infer<typeof report>;

/** The same for the same models and settings, whatever the order in which they are written. */
export const digestOf = ({ models, settings }: Algorithm): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder({ models, settings })))
    .digest('hex');

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
