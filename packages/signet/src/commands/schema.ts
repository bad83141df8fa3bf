import { bringForward, inspectStart } from '../composition/schema.ts';
import type { Action, Command } from './command.ts';

const checkNow: Action = async ({ resources, migrations }) => {
  const opened = await resources();
  const pending = await inspectStart(opened, migrations);
  const agencies = opened.inputs.agencies.all().length;
  const schema =
    pending.length === 0
      ? 'The schema is up to date.'
      : `A start will apply ${pending.length} migrations: ${pending.join(', ')}.`;
  return `Settings, ${agencies} agencies, key and database are in order. ${schema}`;
};

const migrateNow: Action = async ({ resources, migrations }) => {
  const applied = await bringForward(await resources(), migrations);
  return applied.length === 0 ? 'The schema was up to date.' : `Applied ${applied.join(', ')}.`;
};

const alone = (action: Action) => (args: readonly string[]) => (args.length === 0 ? action : undefined);

/** `check`: everything that a start checks, and nothing is changed. */
export const check: Command = {
  usage: `Checks settings, agencies, key and database as a start does, says which migrations it would apply, and changes nothing.

  node main.js check`,
  read: alone(checkNow),
};

/** `migrate`: the same checks, then the schema is brought forward. */
export const migrate: Command = {
  usage: `Checks what a start checks, then brings the database schema forward; only ever forward.

  node main.js migrate`,
  read: alone(migrateNow),
};
