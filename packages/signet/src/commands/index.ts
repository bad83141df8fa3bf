import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { erasures } from './erasures.ts';
import { key } from './key.ts';
import { recovery } from './recovery.ts';
import { review } from './review.ts';
import { check, migrate } from './schema.ts';

export { CommandFailure, type Openings } from './command.ts';
export { runCommand } from './run-command.ts';

/** Every command of the server, by its name: `node main.js NAME …`. */
export const commands: Readonly<Record<string, Command>> = {
  check,
  migrate,
  key,
  audit,
  review,
  erasures,
  recovery,
};
