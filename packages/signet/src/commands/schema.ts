import { bringForward, inspectStart } from '../composition/schema.ts';
import type { Command } from './command.ts';

/** `check`: everything that a start checks, and nothing is changed. */
export const check: Command = async ({ resources, migrations }) => {
  const opened = await resources();
  const pending = await inspectStart(opened, migrations);
  const agencies = opened.inputs.agencies.all().length;
  const schema =
    pending.length === 0
      ? 'The schema is up to date.'
      : `A start will apply ${pending.length} migrations: ${pending.join(', ')}.`;
  return `Settings, ${agencies} agencies, key and database are in order. ${schema}`;
};

/** `migrate`: the same checks, then the schema is brought forward. */
export const migrate: Command = async ({ resources, migrations }) => {
  const applied = await bringForward(await resources(), migrations);
  return applied.length === 0 ? 'The schema was up to date.' : `Applied ${applied.join(', ')}.`;
};
