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

/** A command beside what runs. Returns what to print, which is nothing where it printed as it went. */
export type Command = (openings: Openings, args: readonly string[]) => Promise<string | Outcome>;

/** A failure that ends the program with another status than 1. */
export class CommandFailure extends AppError {
  readonly exitStatus: number;

  constructor(exitStatus: number, code: string, options: { message: string; cause?: unknown }) {
    super(code, options);
    this.exitStatus = exitStatus;
  }
}
