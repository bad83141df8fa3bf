import { once } from 'node:events';
import { AppError, type Database } from '../kernel/index.ts';
import { latestNote, logLines, secondsToSequence, toJsonLine } from '../modules/audit/index.ts';
import { auditVerify, readVerifyArgs } from './audit-verify.ts';
import type { Action, Command } from './command.ts';

export const audit: Command = {
  usage: `Reads the audit log and verifies it.

  node main.js audit export > audit.jsonl       the whole log, one entry a line
  node main.js audit key > checkpoint-key.pem   the public key that its checkpoints are signed with
  node main.js audit checkpoint                 the latest signed checkpoint: keep it where nobody here can take it back
  node main.js audit checkpoints                every signed checkpoint, the oldest first, an empty line after each
  node main.js audit verify [EXPORT] --key KEY.pem [--origin NAME] [--checkpoint NOTE]... [--receipt REFERENCE]
       [--seconds-to-sequence N]

export, checkpoint and checkpoints need DATABASE_URL alone; verify needs no setting, no network and no database where EXPORT is named.
KEY and NOTE come by another way than the log itself. An entry that stood there for more than N seconds (${secondsToSequence}) without a
position when the log was read was left out. REFERENCE is what an erased account's last mail names: verify says where its
erasure stands, and whether it is signed. verify ends with 0 where the log is whole, 1 where it is not, 2 where it could
not be read.`,
  read([action, ...args]) {
    if (action === 'verify') {
      const read = readVerifyArgs(args);
      return read && ((openings) => auditVerify(openings, read));
    }
    return args.length === 0 && action !== undefined && Object.hasOwn(actions, action)
      ? actions[action]
      : undefined;
  },
};

const actions: Readonly<Record<string, Action>> = {
  export: async ({ database }) => exportLog(await database()),
  key: async ({ resources }) => (await (await resources()).kms.verifierKey()).trimEnd(),
  checkpoint: async ({ database }) => latestCheckpoint(await database()),
  checkpoints: async ({ database }) => allCheckpoints(await database()),
};

/** Written as it is read: a log may be larger than memory. */
async function exportLog(db: Database): Promise<string> {
  for await (const line of logLines(db)) {
    if (!process.stdout.write(toJsonLine(line))) await once(process.stdout, 'drain');
  }
  return '';
}

async function allCheckpoints(db: Database): Promise<string> {
  for await (const line of logLines(db)) {
    if (line.kind === 'checkpoint' && !process.stdout.write(`${line.note}\n`))
      await once(process.stdout, 'drain');
  }
  return '';
}

async function latestCheckpoint(db: Database): Promise<string> {
  const note = await latestNote(db);
  if (note === undefined)
    throw new AppError('no-checkpoint', { message: 'Nothing is signed yet: a worker does it' });
  return note.trimEnd();
}
