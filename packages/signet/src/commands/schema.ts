import type { Resources } from '../composition/resources.ts';
import { bringForward, inspectStart } from '../composition/schema.ts';
import { postgresCircuits } from '../modules/records/index.ts';
import type { Action, Command } from './command.ts';

const checkNow: Action = async ({ resources, migrations }) => {
  const opened = await resources();
  const pending = await inspectStart(opened, migrations);
  const agencies = opened.inputs.agencies.all().length;
  const schema =
    pending.length === 0
      ? 'The schema is up to date.'
      : `A start will apply ${pending.length} migrations: ${pending.join(', ')}.`;
  const offices = pending.length === 0 ? await silentOfficesIn(opened) : [];
  return [`Settings, ${agencies} agencies, key and database are in order. ${schema}`, ...offices].join('\n');
};

/** Only what the log said when it began: an office that is away is no fault of this deployment, and keeps nothing from starting. */
async function silentOfficesIn({ pool }: Resources): Promise<readonly string[]> {
  const silent = await postgresCircuits(pool.db).open();
  return silent.flatMap(({ office, open }) =>
    open
      ? [
          `Does not answer: ${office}, since ${open.since.toISOString()}; tried again ${open.nextTryAt.toISOString()}.`,
        ]
      : [],
  );
}

const migrateNow: Action = async ({ resources, migrations }) => {
  const applied = await bringForward(await resources(), migrations);
  return applied.length === 0 ? 'The schema was up to date.' : `Applied ${applied.join(', ')}.`;
};

const alone = (action: Action) => (args: readonly string[]) => (args.length === 0 ? action : undefined);

/** `check`: everything that a start checks, and nothing is changed. */
export const check: Command = {
  usage: `Checks settings, agencies, key and database as a start does, says which migrations it would
apply and which offices that keep records do not answer, and changes nothing.

  node main.js check`,
  read: alone(checkNow),
};

/** `migrate`: the same checks, then the schema is brought forward. */
export const migrate: Command = {
  usage: `Checks what a start checks, then brings the database schema forward; only ever forward.

  node main.js migrate`,
  read: alone(migrateNow),
};
