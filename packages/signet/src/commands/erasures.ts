import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Signet } from '../composition/signet.ts';
import { AppError } from '../kernel/index.ts';
import { fromJsonLines, verifyErasures } from '../modules/audit/index.ts';
import type { Command, Outcome } from './command.ts';
import { parseOrUndefined } from './parse-or-undefined.ts';

export const erasures: Command = {
  usage: `After a backup was put back: makes the erasures again that were made since.

  node main.js erasures replay EXPORT [--checkpoint NOTE]...

EXPORT is what "node main.js audit export" wrote, of the log as it was before the backup was put back. It is verified first,
with the key of this Signet: nothing is erased where it is not whole, and no erasure is made that a signed checkpoint does
not cover. NOTE is a checkpoint that was kept elsewhere: with one, an export that was cut back to before it is refused.
Ends with 0 where every erasure of the log was made, 1 where not.`,
  read(args) {
    const replay = readErasuresArgs(args);
    return replay && (async ({ signet }) => replay(await signet()));
  },
};

type Needs = Pick<Signet, 'checkpointer'> & {
  readonly personalData: Pick<Signet['personalData'], 'deletion'>;
};

/** What the arguments ask for; undefined for a slip: another action, no file or one too many, an unknown option. */
export function readErasuresArgs(
  args: readonly string[],
): ((needs: Needs) => Promise<string | Outcome>) | undefined {
  const asked = readArgs(args);
  return asked && ((needs) => replayErasures(needs, asked));
}

interface Asked {
  readonly file: string;
  readonly notes: string[];
}

/** Erases again, without another mail, every account that a true export says was erased and that is here again. */
async function replayErasures(needs: Needs, asked: Asked): Promise<string | Outcome> {
  const { signed, unsigned } = await trueErasures(needs, asked);
  let again = 0;
  for (const { subject, receipt } of signed)
    if (await needs.personalData.deletion.eraseAgain(subject, receipt)) again += 1;
  const made = `The log tells of ${signed.length} erasures; ${again} of those accounts were here again and are erased.`;
  if (unsigned.length === 0) return made;
  const receipts = unsigned.map(({ receipt }) => receipt).join(', ');
  const left = `${unsigned.length} more are not covered by a signed checkpoint, so anybody could have added them: NOT made again. Their references: ${receipts}.`;
  return { text: `${made}\n${left}`, status: 1 };
}

async function trueErasures({ checkpointer }: Needs, { file, notes }: Asked) {
  const { name, key } = await checkpointer.verifier();
  const known = await Promise.all(notes.map((note) => readFile(note, 'utf8')));
  // Last: lines that come before somebody asks for them are lost.
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  const found = await verifyErasures(fromJsonLines(lines), {
    key,
    origin: name,
    known,
    secondsToSequence: Number.POSITIVE_INFINITY, // no worker may have run when the database was lost
  });
  const [problem] = found.verification.problems;
  if (!problem) return found;
  throw new AppError('audit-log-not-whole', {
    message: `Nothing was erased: the export is not a whole log that this Signet signed (position ${problem.position}: ${problem.code}). "node main.js audit verify" says all that is wrong with it.`,
  });
}

function readArgs(args: readonly string[]): Asked | undefined {
  const parsed = parseOrUndefined(args, {
    allowPositionals: true,
    options: { checkpoint: { type: 'string', multiple: true, default: [] } },
  });
  if (!parsed) return undefined;
  const [action, file, ...more] = parsed.positionals;
  if (action !== 'replay' || !file || more.length > 0) return undefined;
  return { file, notes: parsed.values.checkpoint };
}
