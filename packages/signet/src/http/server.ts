import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError, databaseFaultOf, inRequest, withMost } from '../kernel/index.ts';
import { wideNetworkOf } from '../modules/authentication/index.ts';
import type { Federation } from '../modules/federation/index.ts';
import type { WebEnv } from '../web/request/index.ts';
import { busyAnswer } from './busy-answer.tsx';
import { answerHealth } from './health.ts';
import { requestLimits } from './limits.ts';
import { endsForPipelining, endUnread, longestUnread } from './one-at-a-time.ts';
import { type PlacesByNetwork, placesByNetwork } from './places-by-network.ts';
import { isMalformed, isRead, pathOf } from './request-address.ts';
import { requestIdHeader, requestIdOf } from './request-id.ts';
import { type RequestLine, routeOf, sinceMs } from './request-line.ts';
import { watchRequests } from './requests-under-way.ts';
import { providerHeaders } from './security-headers.ts';
import { type BodyPace, endSlowBody, slowestPace } from './slow-bodies.ts';
import { sourceOf } from './source.ts';

export interface RunningServer {
  /** First not ready; then takes no more connections, finishes what is under way, and closes. */
  close(): Promise<void>;
}

/** How much is taken on, and how a server ends. */
export interface ServerLimits {
  /** Requests worked on at once. */
  readonly mostRequests: number;
  /** Files of pages that are asked for and not read yet. Left out: `requests.assets-at-once`. */
  readonly mostAssets?: number;
  /** How long it says that it is not ready before anything else ends. Seconds. */
  readonly notReadySeconds: number;
  /** How long what is under way may take to be finished. Seconds. */
  readonly finishSeconds: number;
  /** A body that comes more slowly ends with its connection. Left out: `slowestPace`. */
  readonly bodyPace?: BodyPace;
  /** An answer of which nothing is read for so many milliseconds ends with its connection. Left out: `longestUnread`. */
  readonly longestUnread?: number;
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly hostSetting: string;
  readonly portSetting: string;
}

interface ServerOptions extends Place {
  readonly app: Hono<WebEnv>;
  readonly federation: Pick<Federation, 'owns' | 'handle'>;
  readonly agencyOrigins: readonly string[];
  readonly ready: () => Promise<boolean>;
  readonly limits: ServerLimits;
  readonly sandbox: boolean;
  /** How many proxies before this server are ours. */
  readonly trustedProxies: number;
  readonly onRequest: (line: RequestLine) => void;
  readonly onFault: (error: unknown) => void;
}

/** As a page does. A client that hung up before there was an answer fills no log. */
function logWhenAnswered(
  res: ServerResponse,
  asked: Pick<RequestLine, 'method' | 'path' | 'reference'>,
  onRequest: (line: RequestLine) => void,
): void {
  const started = performance.now();
  res.once('finish', () => onRequest({ ...asked, status: res.statusCode, ms: sinceMs(started) }));
}

/**
 * Calls `onAnswer` when the work on a request ended: whatever of the answer is left is for its client to read. It may be
 * called again when that is written.
 */
function answerer(
  { app, federation, agencyOrigins, onRequest, onFault }: ServerOptions,
  onAnswer: (req: IncomingMessage, res: ServerResponse) => void,
): (req: IncomingMessage, res: ServerResponse, reference: string) => void {
  const headers = providerHeaders(agencyOrigins);
  const pages = getRequestListener(
    async (request, env) => {
      const { incoming, outgoing } = env as HttpBindings;
      try {
        return await app.fetch(request, env);
      } finally {
        onAnswer(incoming, outgoing);
      }
    },
    // Node itself throws away what was not read; the library would cut the connection half a second later, whatever is
    // asked on it by then
    { autoCleanupIncoming: false },
  );
  return (req, res, reference) => {
    const path = pathOf(req);
    // the library itself refuses a host or an address that makes no URL: of that request `app` never hears
    if (!federation.owns(path)) return void pages(req, res).finally(() => onAnswer(req, res));
    logWhenAnswered(res, { method: req.method ?? '', path: routeOf(path), reference }, onRequest);
    for (const [name, value] of headers) res.setHeader(name, value);
    federation
      .handle({ req, res })
      .catch((error: unknown) => {
        onFault(error);
        if (!res.headersSent) sayFailed(res, error);
        res.end();
      })
      .finally(() => onAnswer(req, res));
  };
}

/** A database that is away comes back; a fault of ours stays one, however often an agency asks again. */
function sayFailed(res: ServerResponse, error: unknown): void {
  if (databaseFaultOf(error)?.away) res.writeHead(503, { 'retry-after': '5' });
  else res.writeHead(500);
}

/** An answer that nobody reads lies where it is, for as long as `longestUnread`. */
function keepUntilRead(res: ServerResponse, network: string, places: PlacesByNetwork): void {
  places.change(network, 1);
  res.once('close', () => places.change(network, -1));
}

/**
 * One `node:http` server: OpenID endpoints go to the provider, everything else to the pages. Throws AppError
 * `port-in-use` naming the setting.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { ready, limits } = options;
  const sayBusy = busyAnswer(options.sandbox);
  const tooBusy = (req: IncomingMessage, res: ServerResponse, reference: string): void => {
    const path = pathOf(req);
    logWhenAnswered(res, { method: req.method ?? '', path: routeOf(path), reference }, options.onRequest);
    sayBusy({ req, res, reference, openId: options.federation.owns(path) });
  };
  const underWay = watchRequests(withMost(requestLimits['at-once'], limits.mostRequests));
  const assets = placesByNetwork(limits.mostAssets ?? requestLimits['assets-at-once'].most);
  const answer = answerer(options, (req, res) => {
    underWay.worked(req);
    endUnread(req, res, limits.longestUnread ?? longestUnread);
  });
  let stopping = false;
  const settings = { requireHostHeader: false, connectionsCheckingInterval: 5000 };
  const server = createServer(settings, (req, res) => {
    const path = pathOf(req);
    if (endsForPipelining(req, res)) return;
    endSlowBody(req, res, limits.bodyPace ?? slowestPace);
    if (answerHealth(path, res, { ready, stopping })) return;
    if (isMalformed(req)) return refuse(res, 400);
    const network = wideNetworkOf(sourceOf(req, options.trustedProxies));
    const id = requestIdOf(req, options.trustedProxies);
    const isAsset = isRead(req) && path.startsWith('/assets/'); // in memory, and part of a page that was let in
    if ((isAsset ? assets : underWay).isFullFor(network)) return tooBusy(req, res, id);
    underWay.add(req, res, isAsset ? undefined : network);
    if (isAsset) keepUntilRead(res, network, assets);
    res.setHeader(requestIdHeader, id);
    inRequest(id, () => answer(req, res, id));
  });
  server.requestTimeout = 0; // a large photo takes long on a slow line: what ends is a body that stops coming
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 10_000;
  await listen(server, options);
  return {
    async close() {
      stopping = true;
      underWay.sayGoodbye();
      await seconds(limits.notReadySeconds);
      takeNoMore(server);
      await Promise.race([underWay.finished(), seconds(limits.finishSeconds)]);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

const listen = (server: Server, { host, port, hostSetting, portSetting }: Place): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new AppError(cause.code === 'EADDRINUSE' ? 'port-in-use' : 'cannot-listen', {
          message: `cannot listen on ${host}:${port} (${cause.code}); choose another ${cause.code === 'EADDRNOTAVAIL' ? hostSetting : portSetting}`,
          cause,
        }),
      ),
    );
    server.listen(port, host, resolve);
  });

/**
 * Connections that are there stay: what is still asked on one of them, by somebody who could not know, is answered. The
 * server's own `close` would hang up on them, and no longer look for those that never send a whole request.
 */
const takeNoMore = (server: Server): void => void TcpServer.prototype.close.call(server);

const seconds = (many: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, many * 1000).unref());

/** Without a page: no browser asks so. */
const refuse = (res: ServerResponse, status: number): void =>
  void res.writeHead(status, { connection: 'close' }).end();
