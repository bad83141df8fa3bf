import { z } from 'zod';
import type { Result } from '../../kernel/index.ts';
import {
  type FaceProblem,
  type FaceTemplate,
  type FaceTemplates,
  judgeSimilarity,
  similarityOf,
} from '../biometrics/index.ts';
import { type Corpus, parse, unreadable } from './corpus.ts';
import { rateAmong } from './error-rate.ts';
import type { Report } from './report.ts';

/** One line of the file of pairs. `groups`: whom both pictures show, in words of the evaluator, e.g. `60 and older`. */
const pair = z.strictObject({
  document: z.string().min(1),
  selfie: z.string().min(1),
  same: z.boolean(),
  groups: z.array(z.string().min(1).max(80)).default([]),
});

interface Outcome {
  readonly same: boolean;
  readonly accepted: boolean;
  readonly groups: readonly string[];
}

/** A15: how often two people are taken for one, and one for two, by the one threshold that accepts without anybody's look. */
export async function measureFaces(
  templates: FaceTemplates,
  corpus: Corpus,
  pairsText: string,
): Promise<NonNullable<Report['faces']>> {
  const portrait = once((name) => corpus.read(name).then(templates.portrait));
  const selfie = once((name) => corpus.read(name).then(templates.selfie));
  const outcomes: Outcome[] = [];
  for (const [at, line] of pairsText.split('\n').entries()) {
    if (line.trim() === '') continue;
    const { same, groups, ...names } = parse(line, pair, `line ${at + 1} of the pairs`);
    const accepted = isAccepted(await portrait(names.document), await selfie(names.selfie));
    outcomes.push({ same, groups, accepted });
  }
  if (outcomes.length === 0) throw unreadable('the file names no pairs');
  const named = [...new Set(outcomes.flatMap(({ groups }) => groups))].sort();
  return {
    corpus: corpus.summary(),
    ...ratesOf(outcomes),
    groups: named.map((name) => ({
      name,
      ...ratesOf(outcomes.filter(({ groups }) => groups.includes(name))),
    })),
  };
}

type Found = Result<FaceTemplate, FaceProblem>;

const isAccepted = (portrait: Found, selfie: Found): boolean =>
  portrait.ok && selfie.ok && judgeSimilarity(similarityOf(portrait.value, selfie.value)) === 'accept';

const ratesOf = (outcomes: readonly Outcome[]) => ({
  falseMatch: rateAmong(outcomes.filter(({ same }) => !same).map(({ accepted }) => accepted)),
  falseNonMatch: rateAmong(outcomes.filter(({ same }) => same).map(({ accepted }) => !accepted)),
});

/** Each picture is looked at once, in however many pairs it stands. */
function once<T>(find: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const found = new Map<string, Promise<T>>();
  return (name) => {
    const known = found.get(name) ?? find(name);
    found.set(name, known);
    return known;
  };
}
