import { readFile, writeFile } from 'node:fs/promises';
import { AppError, systemClock } from '../kernel/index.ts';
import { createFaceMatcher, createFaceTemplates } from '../modules/biometrics/index.ts';
import {
  algorithmNames,
  type ErrorRate,
  judgeReports,
  makeEvaluatorKey,
  measureAttacks,
  measureDocuments,
  measureFaces,
  openCorpus,
  openEvaluatorKey,
  type Report,
  runningAlgorithms,
  signReport,
} from '../modules/evaluation/index.ts';
import { createDocumentReaders } from '../modules/evidence/index.ts';
import { movementsAsked } from '../modules/proofing/index.ts';
import type { Command } from './command.ts';
import { parseOrUndefined } from './parse-or-undefined.ts';

export const evaluate: Command = {
  usage: `Measures the error rates of the automated checks on pictures that you have, and signs the report (A15, A16, A18).

  node main.js evaluate key KEY
  node main.js evaluate --key KEY --report FILE [--faces DIR --pairs PAIRS] [--attacks DIR] [--documents DIR] [--specimens]

"key" makes a key pair: KEY stays with whoever measures, KEY.pub goes to those who believe them. No setting, no database and
no network is needed. FILE is the report, for anybody to read, and FILE.sig its signature. Outside the sandbox a check counts
where SIGNET_EVALUATION_REPORTS names a report that meets the rules for the models and thresholds that run there, signed by
a key that SIGNET_EVALUATOR_KEYS names. docs/evaluation.md says how the folders are laid out.
--specimens: documents of made-up issuers count, as in the sandbox; such a report counts nowhere else.`,
  read(args) {
    const [action, file, more] = args;
    if (action === 'key') return file && more === undefined ? () => makeKey(file) : undefined;
    const asked = readArgs(args);
    return asked && (() => measure(asked));
  },
};

interface Asked {
  readonly key: string;
  readonly report: string;
  readonly faces: { readonly folder: string; readonly pairs: string } | undefined;
  readonly attacks: string | undefined;
  readonly documents: string | undefined;
  readonly specimens: boolean;
}

/** What came of each picture, as it is measured: an hour without a word looks like a hang. */
const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Undefined for a slip: nothing to measure, faces without pairs or pairs without faces, nowhere to write to. */
function readArgs(args: readonly string[]): Asked | undefined {
  const one = { type: 'string' } as const;
  const parsed = parseOrUndefined(args, {
    options: {
      key: one,
      report: one,
      faces: one,
      pairs: one,
      attacks: one,
      documents: one,
      specimens: { type: 'boolean' },
    },
  });
  const { key, report, faces: folder, pairs, attacks, documents, specimens = false } = parsed?.values ?? {};
  if (!key || !report || (folder === undefined) !== (pairs === undefined)) return undefined;
  if (!folder && !attacks && !documents) return undefined;
  const faces = folder && pairs ? { folder, pairs } : undefined;
  return { key, report, faces, attacks, documents, specimens };
}

async function makeKey(file: string): Promise<string> {
  const { privateKey, publicKey } = makeEvaluatorKey();
  await write(file, privateKey, { flag: 'wx', mode: 0o600 });
  await write(`${file}.pub`, publicKey, { flag: 'wx' });
  return `Made ${file}, for you alone, and ${file}.pub, for those who are to believe your reports.`;
}

async function measure(asked: Asked): Promise<string> {
  const key = await keyIn(asked.key); // before an hour of work
  const made = await measured(asked);
  const { text, signature } = signReport(made, key);
  await write(asked.report, text);
  await write(`${asked.report}.sig`, signature);
  return `${tableOf(made)}\n\nWrote ${asked.report} and ${asked.report}.sig.`;
}

async function keyIn(file: string) {
  const pem = await read(file);
  try {
    return openEvaluatorKey(pem);
  } catch (cause) {
    throw new AppError('bad-evaluator-key', { message: `${file} is no private Ed25519 key in PEM`, cause });
  }
}

async function measured({ faces, attacks, documents, specimens }: Asked): Promise<Report> {
  const faceMatcher = createFaceMatcher();
  const readers = createDocumentReaders();
  const at = systemClock.now();
  return {
    format: 'signet-evaluation-1',
    madeAt: at.toISOString(),
    algorithms: await runningAlgorithms(),
    ...(faces && {
      faces: await measureFaces(createFaceTemplates(), openCorpus(faces.folder), await read(faces.pairs)),
    }),
    ...(attacks && {
      attacks: await measureAttacks({ faceMatcher, movementsAsked }, openCorpus(attacks), tell),
    }),
    ...(documents && {
      documents: await measureDocuments({ readers, faceMatcher, at, specimens }, openCorpus(documents), tell),
    }),
  };
}

const read = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('file-unreadable', { message: `${file} cannot be read`, cause });
  });

const write = (
  ...[file, text, options]: [string, string, { flag?: string; mode?: number }?]
): Promise<void> =>
  writeFile(file, text, options).catch((cause: unknown) => {
    throw new AppError('file-not-written', { message: `${file} cannot be written`, cause });
  });

function tableOf(made: Report): string {
  const { shortcomings } = judgeReports([made], made.algorithms);
  return [...rows(made).map(([what, rate]) => `${what.padEnd(44)} ${inWords(rate)}`), '']
    .concat(
      algorithmNames.map((name) => {
        const lacks = shortcomings[0]?.[name] ?? [];
        return `${name.padEnd(10)} ${lacks.length === 0 ? 'would count' : `would not count: ${lacks.join(', ')}`}`;
      }),
    )
    .join('\n');
}

function rows({ faces, attacks, documents }: Report): readonly (readonly [string, ErrorRate])[] {
  return [
    ...(faces
      ? [
          ['false match (FMR)', faces.falseMatch] as const,
          ['false non-match (FNMR)', faces.falseNonMatch] as const,
          ...faces.groups.flatMap(({ name, falseMatch, falseNonMatch }) => [
            [`  ${name}: false match`, falseMatch] as const,
            [`  ${name}: false non-match`, falseNonMatch] as const,
          ]),
        ]
      : []),
    ...(attacks?.instruments ?? []).map(
      ({ name, accepted }) => [`attack accepted, ${name}`, accepted] as const,
    ),
    ...(attacks ? [['living people rejected', attacks.bonaFideRejected] as const] : []),
    ...(documents
      ? [
          ['documents falsely accepted (DFAR)', documents.falseAcceptance] as const,
          ...documents.instruments.map(({ name, accepted }) => [`  ${name}: accepted`, accepted] as const),
          ['documents falsely rejected (DFRR)', documents.falseRejection] as const,
        ]
      : []),
  ];
}

const inWords = ({ errors, of, atMost }: ErrorRate): string =>
  `${errors} of ${of}, at most ${atMost.toPrecision(3)} (95 %)`;
