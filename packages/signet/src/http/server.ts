import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from '../kernel/index.ts';
import type { Federation } from '../modules/federation/index.ts';
import type { WebEnv } from '../web/request/index.ts';
import { providerHeaders } from './security-headers.ts';

export interface RunningServer {
  close(): Promise<void>;
}

/**
 * One `node:http` server: OpenID endpoints go to the provider, everything else to the pages. Throws AppError
 * `port-in-use` naming the setting.
 */
export async function startServer(options: {
  readonly app: Hono<WebEnv>;
  readonly federation: Pick<Federation, 'owns' | 'handle'>;
  readonly agencyOrigins: readonly string[];
  readonly host: string;
  readonly port: number;
  readonly portSetting: string;
  readonly onFault: (error: unknown) => void;
}): Promise<RunningServer> {
  const pages = getRequestListener(options.app.fetch);
  const headers = providerHeaders(options.agencyOrigins);
  const server = createServer((req, res) => {
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    if (!options.federation.owns(path)) return void pages(req, res);
    for (const [name, value] of headers) res.setHeader(name, value);
    options.federation.handle({ req, res }).catch((error: unknown) => {
      options.onFault(error);
      if (!res.headersSent) res.writeHead(503);
      res.end();
    });
  });
  server.requestTimeout = 60_000; // slow uploads end here (slowloris)
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new AppError(cause.code === 'EADDRINUSE' ? 'port-in-use' : 'cannot-listen', {
          message: `cannot listen on ${options.host}:${options.port} (${cause.code}); choose another ${options.portSetting}`,
          cause,
        }),
      ),
    );
    server.listen(options.port, options.host, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }),
  };
}
