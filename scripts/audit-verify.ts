/**
 * Verifies a whole audit log: every entry, the chain, every signed checkpoint, and that no entry was left out of them.
 *
 *   node scripts/audit-verify.ts EXPORT --key KEY.pem [--origin NAME] [--checkpoint NOTE]... [--receipt REFERENCE]
 *        [--seconds-to-sequence N]
 *   DATABASE_URL=postgres://… node scripts/audit-verify.ts --key KEY.pem …
 *
 * EXPORT is what scripts/audit-export.ts wrote; with it, no network and no database is needed. KEY is the public key
 * of the checkpoints and NOTE a checkpoint that was kept elsewhere; get both by another way than the log itself.
 * An entry that stood there for more than N seconds (60) without a position when the log was read was left out.
 * REFERENCE is what an erased account's last mail names: where its erasure stands, and whether it is signed.
 * Exit status: 0 the log is whole, 1 it is not, 2 it could not be read.
 */
import { createPublicKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  erasuresIn,
  fromJsonLines,
  logLines,
  type Verification,
  verifyLog,
} from '../packages/signet/src/modules/audit/index.ts';
import { openPool } from '../packages/signet/src/platform/postgres/index.ts';

const meanings = {
  'position-unexpected': 'an entry is missing, was added, or stands elsewhere',
  'chain-broken': 'an entry is not what was recorded, or does not follow the one before it',
  'checkpoint-not-signed': 'a checkpoint is malformed, of another log, or not signed by this key',
  'checkpoint-differs': 'the entries before a checkpoint are not those that were signed',
  'checkpoint-beyond-end': 'entries that a checkpoint covers are missing at the end',
  'entry-left-out': 'an entry has no position, long after it was written',
  'head-differs': 'entries that the log counted are missing at the end',
} as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
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
  const trust = {
    key: createPublicKey(await readFile(values.key)),
    ...(values.origin !== undefined && { origin: values.origin }),
    known: await Promise.all(values.checkpoint.map((file) => readFile(file, 'utf8'))),
    secondsToSequence: secondsIn(values['seconds-to-sequence']),
  };
  const [file] = positionals;
  const verification = await overLines(file, (lines) => verifyLog(lines, trust));
  const whole = report(verification);
  if (values.receipt === undefined) return whole;
  return (
    (await overLines(file, (lines) => reportReceipt(lines, String(values.receipt), verification))) || whole
  );
}

function secondsIn(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error('--seconds-to-sequence takes a number of seconds');
  return Number(text);
}

type Lines = ReturnType<typeof logLines>;

/** Reads the log from the export, or from the database where none is named. */
async function overLines<T>(file: string | undefined, read: (lines: Lines) => Promise<T>): Promise<T> {
  if (file === undefined) return overDatabase(read);
  const input = createReadStream(file);
  return read(fromJsonLines(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })));
}

/** The erasure of one account: a person has its reference from their last mail. */
async function reportReceipt(lines: Lines, receipt: string, { signedSize }: Verification): Promise<number> {
  for await (const erasure of erasuresIn(lines)) {
    if (erasure.receipt !== receipt) continue;
    const { position } = erasure;
    const signed =
      position !== undefined && position < signedSize ? 'covered by a signed checkpoint' : 'not yet signed';
    console.log(
      `erasure ${receipt}: ${position === undefined ? 'no position yet' : `position ${position}`}, ${signed}`,
    );
    return 0;
  }
  console.log(`erasure ${receipt}: NOT IN THIS LOG`);
  return 1;
}

async function overDatabase<T>(read: (lines: Lines) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL; // a command for operators, outside the service and its settings
  if (!url) throw new Error('name an export, or set DATABASE_URL');
  const pool = openPool(url, (error) => console.error(error.message));
  try {
    return await read(logLines(pool.db));
  } finally {
    await pool.close();
  }
}

function report({ size, checkpoints, signedSize, unsequenced, problems }: Verification): number {
  for (const { code, position } of problems) console.log(`position ${position}: ${code}: ${meanings[code]}`);
  const outcome = problems.length === 0 ? 'the log is whole' : 'THE LOG IS NOT WHOLE';
  console.log(
    `${outcome}: entries ${size}, checkpoints ${checkpoints}, signed up to ${signedSize}` +
      (size > signedSize ? `; the last ${size - signedSize} are held by the chain alone` : '') +
      (unsequenced > 0 ? `; ${unsequenced} have no position yet` : ''),
  );
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
