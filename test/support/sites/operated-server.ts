import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestDatabase } from '../database/database.ts';
import { compiledOnce, repository, serverProgram } from '../repository.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** Signet or one of its commands as an operator runs it, with these settings and no others, until it ends. */
export const runServer = (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  { node = process.execPath, options = [] }: { node?: string; options?: readonly string[] } = {},
): Promise<Ended> => runProgram([...options, serverProgram, ...args], environment, node);

/** Any program of this repository, until it ends. */
export async function runProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  node: string = process.execPath,
): Promise<Ended> {
  const env = { PATH: process.env.PATH, ...compiledOnce, ...environment };
  try {
    const { stdout, stderr } = await promisify(execFile)(node, args, {
      env,
      timeout: 40_000,
      cwd: repository,
    });
    return { code: 0, out: stdout, said: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, said: stderr };
  }
}

/** All that production needs. Nobody is at the other end of its mail, texts and authorities. */
export const productionSettings = (
  database: TestDatabase,
  files: { readonly key: string; readonly agencies: string },
): Record<string, string> => ({
  SIGNET_PROFILE: 'production',
  SIGNET_ORIGIN: 'https://signet.example',
  DATABASE_URL: database.applicationUrl,
  SIGNET_DATABASE_OWNER_URL: database.ownerUrl,
  SIGNET_DATABASE_AUDIT_URL: database.auditUrl,
  SIGNET_KMS_KEY_FILE: files.key,
  SIGNET_AGENCIES_FILE: files.agencies,
  SIGNET_SMTP_URL: 'smtp://nobody:password@localhost:9',
  SIGNET_SMS_URL: 'https://account:token-token@texts.example',
  SIGNET_SMS_FROM: '+12025550199',
  ...Object.fromEntries(
    ['MOTOR_VEHICLES', 'SOCIAL_SECURITY', 'PHONE_CARRIER'].flatMap((name) => [
      [`SIGNET_${name}_URL`, 'https://records.example'],
      [`SIGNET_${name}_KEY`, 'a-key-of-nobody'],
    ]),
  ),
});

/** Options of Node with which a program signals itself as soon as it listens to that signal. */
export function signalAtOnce(signal: string): string[] {
  const program = `process.on('newListener', (name) => name === '${signal}' && process.nextTick(() => process.kill(process.pid, name)))`;
  return ['--import', `data:text/javascript,${encodeURIComponent(program)}`];
}
