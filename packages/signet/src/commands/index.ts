import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { erasures } from './erasures.ts';
import { key } from './key.ts';
import { recoveryCommand } from './recovery.ts';
import { review } from './review.ts';
import { check, migrate } from './schema.ts';

export { CommandFailure, type Openings } from './command.ts';

/** Every command of the server, by its name: `node main.js NAME …`. */
export const commands: Readonly<Record<string, Command>> = {
  check,
  migrate,
  key,
  audit,
  review: async ({ signet }, args) => review((await signet()).proofing, args),
  erasures: async ({ signet }, args) => erasures(await signet(), args),
  recovery: async ({ signet }, args) => recoveryCommand((await signet()).recovery, args),
};
