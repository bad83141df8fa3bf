/** Why something of the sandbox cannot start, in words for the person at the terminal. */
export class StartFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StartFailure';
    this.code = code;
  }
}
