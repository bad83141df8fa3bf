/**
 * A fault, as opposed to an expected outcome (which is a `Result`).
 * `code` is stable and chooses the words shown; `message` and `cause` are for the log and are never shown.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, options: { status?: number; message?: string; cause?: unknown } = {}) {
    super(options.message ?? code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = options.status ?? 500;
  }
}
