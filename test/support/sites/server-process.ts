import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect } from 'vitest';
import type { TestDatabase } from '../database/database.ts';
import { compiledOnce, repository, serverProgram } from '../repository.ts';

interface Mail {
  readonly channel: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Where servers of a test deliver their mail. */
export interface TestOutbox {
  readonly url: string;
  /** Waits for the first mail to this address, and gives all that came. */
  mailTo(address: string): Promise<Mail[]>;
  close(): Promise<void>;
}

export async function openOutbox(): Promise<TestOutbox> {
  const mails: Mail[] = [];
  const server = createServer(async (req, res) => {
    mails.push((await json(req)) as Mail);
    res.writeHead(201).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async mailTo(address) {
      const found = () => mails.filter(({ to }) => to.toLowerCase() === address.toLowerCase());
      await expect.poll(() => found().length, { timeout: 30_000 }).toBeGreaterThan(0);
      return found();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The built server as a process of its own, with these settings and no others. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** All that it wrote, on both its outputs. */
  said(): string;
  /** Its exit code, once it ended. */
  readonly ended: Promise<number | null>;
}

export function runServerProcess(environment: Readonly<Record<string, string>>): ServerProcess {
  if (!existsSync(serverProgram)) throw new Error('build first: node scripts/build.ts');
  const child = spawn(process.execPath, ['--enable-source-maps', serverProgram], {
    cwd: repository,
    env: { PATH: process.env.PATH, ...compiledOnce, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // with a channel, so that it ends with the test run
  });
  let said = '';
  const outputs = [child.stdout, child.stderr].map((stream) => {
    stream?.on('data', (part) => {
      said += String(part);
    });
    return new Promise((resolve) => stream?.once('close', resolve));
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    child,
    said: () => said,
    // its own `close` event does not come where we hung up the channel
    ended: Promise.all(outputs).then(() => exited),
  };
}

/** Runs it until it is ready. Fails with what it said. */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const server = runServerProcess(environment);
  const ready = new Promise((resolve) => server.child.once('message', resolve));
  await Promise.race([
    ready,
    server.ended.then(() => {
      throw new Error(`the server ended while it started:\n${server.said()}`);
    }),
  ]);
  return server;
}

/** What the sandbox profile needs beside a port. Nobody is at its authorities. */
export const sandboxSettings = (
  database: TestDatabase,
  needs: {
    readonly port: number;
    readonly origin: string;
    readonly outbox: string;
    readonly key: string;
    readonly agencies: string;
  },
): Record<string, string> => ({
  SIGNET_PROFILE: 'sandbox',
  SIGNET_ORIGIN: needs.origin,
  SIGNET_PORT: String(needs.port),
  DATABASE_URL: database.applicationUrl,
  SIGNET_DATABASE_OWNER_URL: database.ownerUrl,
  SIGNET_DATABASE_AUDIT_URL: database.auditUrl,
  SIGNET_KMS_KEY_FILE: needs.key,
  SIGNET_AGENCIES_FILE: needs.agencies,
  SIGNET_OUTBOX_URL: needs.outbox,
  SIGNET_OUTBOX_KEY: 'key-of-a-test',
  ...Object.fromEntries(
    ['MOTOR_VEHICLES', 'SOCIAL_SECURITY', 'PHONE_CARRIER'].flatMap((name) => [
      [`SIGNET_${name}_URL`, 'http://127.0.0.1:9'],
      [`SIGNET_${name}_KEY`, 'key-of-nobody'],
    ]),
  ),
});
