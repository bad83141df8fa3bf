import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { cameras } from '../../../sandbox/pages/index.ts';

export interface CameraLender {
  /** Ends in a slash, as the sandbox's address does. */
  readonly home: string;
  close(): void;
}

/** Of the sandbox only what lends cameras. */
export async function startCameraLender(): Promise<CameraLender> {
  const server = createAdaptorServer({ fetch: cameras().fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { home: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
