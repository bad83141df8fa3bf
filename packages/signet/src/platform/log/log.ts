import pino from 'pino';
import { requestId } from '../../kernel/index.ts';

/** Fields of a log line: codes, counts, ids and times. */
export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/**
 * Structured logs, one JSON line each. What must not be logged is not passed in the first place; as a second
 * fence, text that looks like an SSN, an email address or a date of birth is blotted wherever it stands, errors and
 * their causes included.
 */
export function openLog(level: string, destination: { write(line: string): void } = process.stdout): Log {
  return pino(
    {
      level,
      base: null,
      mixin: ofRequest,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: describeError },
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line) => destination.write(blot(line)) },
  );
}

/** Every line of one request carries the reference that its error page shows. */
function ofRequest(): object {
  const reference = requestId();
  return reference === undefined ? {} : { reference };
}

/** An error as far as a log may know it: names, codes and places, and the same of its causes. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error))
    return {
      kind: typeof error,
      message: String((error as { message?: unknown })?.message ?? '').slice(0, 500),
    };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: error.message.slice(0, 500),
    stack: error.stack?.split('\n').slice(1, 8).join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

const personal: readonly RegExp[] = [
  /\b\d{3}-\d{2}-\d{4}\b/g, // SSN as people write it
  /(?<![\w.-])(?<!(?<!\\)":)\d{9}(?![\w.-])/g, // an SSN without dashes, in a text; a number of its own is a count
  /[\w.+-]+@[\w-]+\.[\w.-]+/g, // email address
  /\b(?:19|20)\d\d-\d\d-\d\d\b(?!T)/g, // a date that is not a time stamp
];

function blot(line: string): string {
  return personal.reduce((text, pattern) => text.replace(pattern, '[blotted]'), line);
}
