import { z } from 'zod';
import { AppError } from '../../kernel/index.ts';
import type { LogLine } from './chain.ts';

/**
 * One JSON object a line: entries in order, each checkpoint after the last entry it covers, then entries that have no
 * position yet, the head at the end.
 */
export function toJsonLine(line: LogLine): string {
  switch (line.kind) {
    case 'entry':
      return `${JSON.stringify({ position: line.position, hash: line.hash.toString('hex'), entry: line.entry })}\n`;
    case 'checkpoint':
      return `${JSON.stringify({ checkpoint: line.note })}\n`;
    case 'unsequenced':
      return `${JSON.stringify({ unsequenced: { age: line.age, entry: line.entry } })}\n`;
    case 'head':
      return `${JSON.stringify({ head: { size: line.size, hash: line.hash.toString('hex') } })}\n`;
  }
}

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => Buffer.from(text, 'hex'));
const count = z.number().int().min(0);
const lineSchema = z.union([
  z
    .strictObject({ position: count, hash, entry: z.string() })
    .transform((line) => ({ kind: 'entry' as const, ...line })),
  z
    .strictObject({ checkpoint: z.string() })
    .transform(({ checkpoint }) => ({ kind: 'checkpoint' as const, note: checkpoint })),
  z
    .strictObject({ unsequenced: z.strictObject({ age: z.number(), entry: z.string() }) })
    .transform(({ unsequenced }) => ({ kind: 'unsequenced' as const, ...unsequenced })),
  z
    .strictObject({ head: z.strictObject({ size: count, hash }) })
    .transform(({ head }) => ({ kind: 'head' as const, ...head })),
]);

/** Reads an export. Throws AppError `audit-export-unreadable` with the number of the line that is not one of ours. */
export async function* fromJsonLines(lines: AsyncIterable<string>): AsyncGenerator<LogLine> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text === '') continue;
    yield parseLine(text, number);
  }
}

function parseLine(text: string, number: number): LogLine {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('audit-export-unreadable', {
      message: `line ${number} is not a line of an audit export`,
      cause,
    });
  }
}
