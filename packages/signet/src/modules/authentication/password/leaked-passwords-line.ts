/** Lines of a list of leaked passwords: the hash in 40 capital hexadecimal digits, a colon, how often it was seen. */

const hashLength = 40;

const newLine = 0x0a;
const form = /^[0-9A-F]{40}:\d{1,12}$/;

export const isLeakLine = (line: Buffer): boolean => form.test(line.toString('latin1'));

/** Less than, equal to or greater than zero, as `Buffer.compare` says it; only the hashes count. */
export const compareHash = (a: Buffer, b: Buffer): number =>
  Buffer.compare(a.subarray(0, hashLength), b.subarray(0, hashLength));

/** The first whole line after the line that `bytes` begins inside. Undefined: there is none. */
export function lineAfter(bytes: Buffer): { readonly offset: number; readonly line: Buffer } | undefined {
  const offset = bytes.indexOf(newLine) + 1;
  const end = bytes.indexOf(newLine, offset);
  return offset > 0 && end > 0 ? { offset, line: trimmed(bytes.subarray(offset, end)) } : undefined;
}

/** Every line of `bytes`, which begins at a line's beginning; empty ones are none. */
export const linesIn = (bytes: Buffer): Buffer[] =>
  bytes
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line, 'latin1'));

const trimmed = (line: Buffer): Buffer => (line.at(-1) === 0x0d ? line.subarray(0, -1) : line);
