import type { Resources } from '../composition/resources.ts';
import type { Signet } from '../composition/signet.ts';

/** What a command may open: only what it needs. The program closes it again. */
export interface Openings {
  /** Where the schema's files lie. */
  readonly migrations: string;
  /** Everything that the settings name, checked. The schema is as it was. */
  resources(): Promise<Resources>;
  /** All of Signet, on a schema that is up to date. */
  signet(): Promise<Signet>;
}

/** A command beside what runs. Returns what to print. */
export type Command = (openings: Openings, args: readonly string[]) => Promise<string>;
