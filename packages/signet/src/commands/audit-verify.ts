import { createPublicKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { AppError } from '../kernel/index.ts';
import { erasuresIn, fromJsonLines, logLines, type Verification, verifyLog } from '../modules/audit/index.ts';
import { CommandFailure, type Openings, type Outcome } from './command.ts';

type Database = Pick<Openings, 'database'>;

const meanings = {
  'position-unexpected': 'an entry is missing, was added, or stands elsewhere',
  'chain-broken': 'an entry is not what was recorded, or does not follow the one before it',
  'checkpoint-not-signed': 'a checkpoint is malformed, of another log, or not signed by this key',
  'checkpoint-differs': 'the entries before a checkpoint are not those that were signed',
  'checkpoint-beyond-end': 'entries that a checkpoint covers are missing at the end',
  'entry-left-out': 'an entry has no position, long after it was written',
  'head-differs': 'entries that the log counted are missing at the end',
  'head-missing': 'the export does not end with the head of the log: it was cut off, or is none',
  'checkpoint-missing': 'no signed checkpoint covers any of it: anybody could have written it',
} as const;

/**
 * Verifies a whole audit log: every entry, the chain, every signed checkpoint, and that no entry was left out of them.
 * Exit status: 0 the log is whole, 1 it is not, 2 it could not be read.
 */
export async function auditVerify(openings: Database, args: readonly string[]): Promise<Outcome> {
  try {
    return await verify(openings, args);
  } catch (cause) {
    throw new CommandFailure(2, 'audit-log-unreadable', {
      message: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}

async function verify(openings: Database, args: readonly string[]): Promise<Outcome> {
  const { file, receipt, trust } = await told(args);
  const over = <T>(read: (lines: Lines) => Promise<T>) => overLines(openings, file, read);
  const verification = await over((lines) => verifyLog(lines, trust));
  const whole = report(verification);
  if (receipt === undefined) return whole;
  const erasure = await over((lines) => reportReceipt(lines, receipt, verification));
  return { text: `${whole.text}\n${erasure.text}`, status: erasure.status || whole.status };
}

async function told(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      origin: { type: 'string' },
      checkpoint: { type: 'string', multiple: true, default: [] },
      receipt: { type: 'string' },
      'seconds-to-sequence': { type: 'string', default: '60' },
    },
  });
  if (!values.key) throw new Error('--key KEY.pem is needed: the public key of the checkpoints');
  if (positionals.length > 1) throw new Error('one export at a time is verified');
  const trust = {
    key: createPublicKey(await readFile(values.key)),
    ...(values.origin !== undefined && { origin: values.origin }),
    known: await Promise.all(values.checkpoint.map((file) => readFile(file, 'utf8'))),
    secondsToSequence: secondsIn(values['seconds-to-sequence']),
  };
  return { file: positionals[0], receipt: values.receipt, trust };
}

function secondsIn(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error('--seconds-to-sequence takes a number of seconds');
  return Number(text);
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
  const found = problems.map(({ code, position }) => `position ${position}: ${code}: ${meanings[code]}`);
  const outcome = problems.length === 0 ? 'the log is whole' : 'THE LOG IS NOT WHOLE';
  const sum =
    `${outcome}: entries ${size}, checkpoints ${checkpoints}, signed up to ${signedSize}` +
    (size > signedSize ? `; the last ${size - signedSize} are held by the chain alone` : '') +
    (unsequenced > 0 ? `; ${unsequenced} have no position yet` : '');
  return { text: [...found, sum].join('\n'), status: problems.length === 0 ? 0 : 1 };
}
