import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Where the sandbox's lines go: all of them into a file, and what somebody should look at also on the terminal. */
export interface WorldLog {
  /** Takes the lines that a program writes, one JSON object each. */
  follow(lines: Readable): void;
  line(level: 'info' | 'warn' | 'error', fields: Readonly<Record<string, unknown>>, message: string): void;
  /** From now on nothing goes to the terminal: what is closed last loses its database, and that is no news. */
  quiet(): void;
  close(): Promise<void>;
}

const largest = 20 * 1024 * 1024; // bytes; at the next start a larger file is set aside

export function openWorldLog(file: string): WorldLog {
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  const out = createWriteStream(file, { flags: 'a', mode: 0o600 });
  out.on('error', (error) => console.error(`The log ${file} cannot be written: ${error.message}`));
  let quiet = false;
  const write = (text: string) => {
    out.write(`${text}\n`);
    const told = quiet ? undefined : worthTelling(text);
    if (told) console.error(told);
  };
  return {
    follow: (lines) => void createInterface({ input: lines }).on('line', write),
    line: (level, fields, message) =>
      write(JSON.stringify({ level, time: new Date().toISOString(), ...fields, msg: message })),
    quiet() {
      quiet = true;
    },
    close: () => new Promise((resolve) => out.end(resolve)),
  };
}

/** A warning or an error in one short line; what is no JSON (a crash of Node itself) as it is. */
function worthTelling(text: string): string | undefined {
  if (!text.startsWith('{')) return text.trim() === '' ? undefined : text;
  if (!/"level":"(?:warn|error)"/.test(text)) return undefined;
  const { time, level, msg, error } = JSON.parse(text);
  const why = error?.message ? ` (${error.message})` : '';
  return `${String(time).slice(11, 19)} ${level}: ${msg}${why}`;
}
