/**
 * Verifies a whole audit log: every entry, the chain, every signed checkpoint.
 *
 *   node scripts/audit-verify.ts EXPORT --key KEY.pem [--origin NAME] [--checkpoint NOTE]...
 *   DATABASE_URL=postgres://… node scripts/audit-verify.ts --key KEY.pem …
 *
 * EXPORT is what scripts/audit-export.ts wrote; with it, no network and no database is needed. KEY is the public key
 * of the checkpoints and NOTE a checkpoint that was kept elsewhere; get both by another way than the log itself.
 * Exit status: 0 the log is whole, 1 it is not, 2 it could not be read.
 */
import { createPublicKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { fromJsonLines, logLines, type Verification, verifyLog } from '../src/modules/audit/index.ts';
import { openPool } from '../src/platform/postgres/index.ts';

const meanings = {
  'position-unexpected': 'an entry is missing, was added, or stands elsewhere',
  'chain-broken': 'an entry is not what was recorded, or does not follow the one before it',
  'checkpoint-not-signed': 'a checkpoint is malformed, of another log, or not signed by this key',
  'checkpoint-differs': 'the entries before a checkpoint are not those that were signed',
  'checkpoint-beyond-end': 'entries that a checkpoint covers are missing at the end',
  'head-differs': 'entries that the log counted are missing at the end',
} as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      origin: { type: 'string' },
      checkpoint: { type: 'string', multiple: true, default: [] },
    },
  });
  if (!values.key) throw new Error('--key KEY.pem is needed: the public key of the checkpoints');
  const trust = {
    key: createPublicKey(await readFile(values.key)),
    ...(values.origin !== undefined && { origin: values.origin }),
    known: await Promise.all(values.checkpoint.map((file) => readFile(file, 'utf8'))),
  };
  const [file] = positionals;
  return report(file === undefined ? await verifyDatabase(trust) : await verifyExport(file, trust));
}

type Trust = Parameters<typeof verifyLog>[1];

const verifyExport = (file: string, trust: Trust): Promise<Verification> =>
  verifyLog(fromJsonLines(createInterface({ input: createReadStream(file), crlfDelay: Infinity })), trust);

async function verifyDatabase(trust: Trust): Promise<Verification> {
  const url = process.env.DATABASE_URL; // a command for operators, outside the service and its settings
  if (!url) throw new Error('name an export, or set DATABASE_URL');
  const pool = openPool(url, (error) => console.error(error.message));
  try {
    return await verifyLog(logLines(pool.db), trust);
  } finally {
    await pool.close();
  }
}

function report({ size, checkpoints, signedSize, problems }: Verification): number {
  for (const { code, position } of problems) console.log(`position ${position}: ${code}: ${meanings[code]}`);
  const outcome = problems.length === 0 ? 'the log is whole' : 'THE LOG IS NOT WHOLE';
  console.log(
    `${outcome}: entries ${size}, checkpoints ${checkpoints}, signed up to ${signedSize}` +
      (size > signedSize ? `; the last ${size - signedSize} are held by the chain alone` : ''),
  );
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
