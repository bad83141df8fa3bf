import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { erasuresIn, fromJsonLines } from '../modules/audit/index.ts';
import type { PersonalDataOffice } from '../modules/personal-data/index.ts';

const usage = `After a backup was put back: makes the erasures again that were made since.

  node main.js erasures replay EXPORT

EXPORT is what "node main.js audit export" wrote, of the log as it was before the backup was put back. Verify it first.`;

/** Erases again, without another mail, every account that the export says was erased and that is here again. */
export async function erasures(
  { deletion }: Pick<PersonalDataOffice, 'deletion'>,
  args: readonly string[],
): Promise<string> {
  const [action, file] = args;
  if (action !== 'replay' || !file) return usage;
  let told = 0;
  let again = 0;
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const erasure of erasuresIn(fromJsonLines(lines))) {
    told += 1;
    if (await deletion.eraseAgain(erasure.subject, erasure.receipt)) again += 1;
  }
  return `The log tells of ${told} erasures; ${again} of those accounts were here again and are erased.`;
}
