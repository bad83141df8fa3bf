import { createPublicKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { AppError } from '../kernel/index.ts';
import {
  erasuresIn,
  fromJsonLines,
  logLines,
  problemMeanings,
  secondsToSequence,
  type Trust,
  type Verification,
  verifyLog,
} from '../modules/audit/index.ts';
import { CommandFailure, type Openings, type Outcome } from './command.ts';
import { parseOrUndefined } from './parse-or-undefined.ts';

type Database = Pick<Openings, 'database'>;

/** What the arguments of `audit verify` ask for. */
export interface VerifyArgs {
  /** The export; undefined: the log is read from the database. */
  readonly file: string | undefined;
  readonly key: string | undefined;
  readonly origin: string | undefined;
  readonly notes: readonly string[];
  readonly receipt: string | undefined;
  readonly secondsToSequence: number;
}

/** Undefined for a slip: an option that does not exist, one without its value, more than one export, no number. */
export function readVerifyArgs(args: readonly string[]): VerifyArgs | undefined {
  const parsed = parseOrUndefined(args, {
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      origin: { type: 'string' },
      checkpoint: { type: 'string', multiple: true, default: [] },
      receipt: { type: 'string' },
      'seconds-to-sequence': { type: 'string', default: String(secondsToSequence) },
    },
  });
  if (!parsed || parsed.positionals.length > 1) return undefined;
  const { key, origin, checkpoint: notes, receipt, 'seconds-to-sequence': seconds } = parsed.values;
  if (!/^\d{1,9}$/.test(seconds)) return undefined;
  return { file: parsed.positionals[0], key, origin, notes, receipt, secondsToSequence: Number(seconds) };
}

/**
 * Verifies a whole audit log: every entry, the chain, every signed checkpoint, and that no entry was left out of them.
 * Exit status: 0 the log is whole, 1 it is not, 2 it could not be read.
 */
export async function auditVerify(openings: Database, args: VerifyArgs): Promise<Outcome> {
  try {
    return await verify(openings, args);
  } catch (cause) {
    throw new CommandFailure(2, 'audit-log-unreadable', {
      message: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}

async function verify(openings: Database, args: VerifyArgs): Promise<Outcome> {
  const { file, receipt } = args;
  const trust = await trustOf(args);
  const over = <T>(read: (lines: Lines) => Promise<T>) => overLines(openings, file, read);
  const verification = await over((lines) => verifyLog(lines, trust));
  const whole = report(verification);
  if (receipt === undefined) return whole;
  const erasure = await over((lines) => reportReceipt(lines, receipt, verification));
  return { text: `${whole.text}\n${erasure.text}`, status: erasure.status || whole.status };
}

async function trustOf({ key, origin, notes, secondsToSequence: seconds }: VerifyArgs): Promise<Trust> {
  if (!key) throw new Error('--key KEY.pem is needed: the public key of the checkpoints');
  return {
    key: createPublicKey(await readFile(key)),
    ...(origin !== undefined && { origin }),
    known: await Promise.all(notes.map((file) => readFile(file, 'utf8'))),
    secondsToSequence: seconds,
  };
}

type Lines = ReturnType<typeof logLines>;

/** Reads the log from the export, or from the database where none is named. */
async function overLines<T>(
  openings: Database,
  file: string | undefined,
  read: (lines: Lines) => Promise<T>,
): Promise<T> {
  if (file === undefined) return read(logLines(await databaseOf(openings)));
  const input = createReadStream(file);
  return read(fromJsonLines(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })));
}

const databaseOf = ({ database }: Database) =>
  database().catch((cause: unknown) => {
    if (!(cause instanceof AppError) || cause.code !== 'bad-setting') throw cause;
    throw new Error(`name an export, or set DATABASE_URL: ${cause.message}`);
  });

/** The erasure of one account: a person has its reference from their last mail. */
async function reportReceipt(lines: Lines, receipt: string, { signedSize }: Verification): Promise<Outcome> {
  for await (const erasure of erasuresIn(lines)) {
    if (erasure.receipt !== receipt) continue;
    const { position } = erasure;
    const signed =
      position !== undefined && position < signedSize ? 'covered by a signed checkpoint' : 'not yet signed';
    const place = position === undefined ? 'no position yet' : `position ${position}`;
    return { text: `erasure ${receipt}: ${place}, ${signed}`, status: 0 };
  }
  return { text: `erasure ${receipt}: NOT IN THIS LOG`, status: 1 };
}

function report({ size, checkpoints, signedSize, unsequenced, problems }: Verification): Outcome {
  const found = problems.map(
    ({ code, position }) => `position ${position}: ${code}: ${problemMeanings[code]}`,
  );
  const outcome = problems.length === 0 ? 'the log is whole' : 'THE LOG IS NOT WHOLE';
  const sum =
    `${outcome}: entries ${size}, checkpoints ${checkpoints}, signed up to ${signedSize}` +
    (size > signedSize ? `; the last ${size - signedSize} are held by the chain alone` : '') +
    (unsequenced > 0 ? `; ${unsequenced} have no position yet` : '');
  return { text: [...found, sum].join('\n'), status: problems.length === 0 ? 0 : 1 };
}
