import type { Resources } from '../composition/resources.ts';
import type { Signet } from '../composition/signet.ts';
import { AppError, type Database } from '../kernel/index.ts';

/** What a command may open: only what it needs. The program closes it again. */
export interface Openings {
  /** Where the schema's files lie. */
  readonly migrations: string;
  /** What DATABASE_URL names, and nothing else that the settings name. */
  database(): Promise<Database>;
  /** Everything that the settings name, checked. The schema is as it was. */
  resources(): Promise<Resources>;
  /** All of Signet, on a schema that is up to date. */
  signet(): Promise<Signet>;
}

/** What to print, and the status with which the program ends. */
export interface Outcome {
  readonly text: string;
  readonly status: number;
}

/** What a command does once its arguments were read. Returns what to print: nothing where it printed as it went. */
export type Action = (openings: Openings) => Promise<string | Outcome>;

/** A command as the list of all commands has it. Its code, and the libraries that it needs, are read when it is asked for. */
export interface ListedCommand {
  /** One line. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** A command beside what runs. */
export interface Command {
  /** How it is written, with all of its options. */
  readonly usage: string;
  /** Undefined for a slip. Nothing is opened before, so that usage needs no settings and no database. */
  read(args: readonly string[]): Action | undefined;
}

/** A failure that ends the program with a status of its own. */
export class CommandFailure extends AppError {
  readonly exitStatus: number;

  constructor(exitStatus: number, code: string, options: { message: string; cause?: unknown }) {
    super(code, options);
    this.exitStatus = exitStatus;
  }
}
