export interface PostedFile {
  /** Empty where none was chosen. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Posted = string | PostedFile;

/** Everything that was posted, by name. */
export type PostedForm = ReadonlyMap<string, readonly Posted[]>;

/** What `http` read of a body before a route sees it: a form or JSON, never both. */
export interface PostedBody {
  readonly form?: PostedForm;
  readonly json?: unknown;
}
