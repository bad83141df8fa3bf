import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';

export interface Listening {
  /** Waits for answers that are under way. */
  close(): Promise<void>;
}

/** Serves an app. Rejects with Node's own error (`EADDRINUSE` …) when the port is not to be had. */
export async function listen(
  app: { fetch(request: Request): Response | Promise<Response> },
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> {
  const server = createServer(getRequestListener((request) => app.fetch(request)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeIdleConnections();
      }),
  };
}
