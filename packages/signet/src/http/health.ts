import type { ServerResponse } from 'node:http';

/**
 * Answers whoever asks, as a balancer does: with no Host header, by any method, and before anything that could wait for
 * work. False where something else is asked for.
 */
export function answerHealth(
  path: string,
  res: ServerResponse,
  { ready, stopping }: { readonly ready: () => Promise<boolean>; readonly stopping: boolean },
): boolean {
  if (stopping) res.shouldKeepAlive = false; // who asks again on a new connection sees when none is taken any more
  if (path === '/healthz') say(res, 200, 'ok');
  else if (path !== '/readyz') return false;
  else if (stopping) say(res, 503, 'stopping');
  else
    ready().then(
      (yes) => (yes ? say(res, 200, 'ready') : say(res, 503, 'not ready')),
      () => say(res, 503, 'not ready'),
    );
  return true;
}

const say = (res: ServerResponse, code: number, status: string): void =>
  void res
    .writeHead(code, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ status }));
