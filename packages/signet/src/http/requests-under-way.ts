import type { IncomingMessage, ServerResponse } from 'node:http';
import { placesByNetwork } from './places-by-network.ts';
import { isRead } from './request-address.ts';
import { hasBody } from './slow-bodies.ts';

export interface RequestsUnderWay {
  /**
   * True once as many are worked on as the limit says: another would only make all of them slower. One network takes half of the places at
   * the most, and the last quarter is for those that have none: a flood from a few networks keeps nobody else out.
   */
  isFullFor(network: string): boolean;
  /** Without a network it takes nobody's place. */
  add(req: IncomingMessage, res: ServerResponse, network?: string): void;
  /**
   * The work on it ended, and its answer is on its way. Until then it has its place, also where its client hung up: whoever
   * asks, hangs up and asks again would otherwise have more worked on than there are places.
   */
  worked(req: IncomingMessage): void;
  /** From now on each answer ends its connection: whoever asks next makes another, and not to us. */
  sayGoodbye(): void;
  /** Settles once all are answered. */
  finished(): Promise<void>;
}

/**
 * What came and is not answered yet. Only what came whole is being worked on: bodies that never end take nobody's place,
 * nor do people who read their answer slowly.
 */
export function watchRequests({ most }: { readonly most: number }): RequestsUnderWay {
  const open = new Set<ServerResponse>();
  const working = placesByNetwork(most, fewest);
  const places = new WeakMap<IncomingMessage, 'given-back' | { readonly network: string }>();
  let goodbye = false;
  let onEmpty: (() => void) | undefined;

  function work(req: IncomingMessage, network: string): void {
    if (places.has(req)) return;
    places.set(req, { network });
    working.change(network, 1);
  }

  return {
    isFullFor: (network) => working.isFullFor(network),
    add(req, res, network) {
      open.add(res);
      res.once('close', () => {
        open.delete(res);
        if (open.size === 0) onEmpty?.();
      });
      if (goodbye) res.shouldKeepAlive = false;
      if (network === undefined) return;
      // a body that comes with GET is looked at by nobody, and would keep its work from being counted
      if (hasBody(req) && !isRead(req)) req.once('end', () => work(req, network));
      else work(req, network);
    },
    worked(req) {
      const place = places.get(req);
      places.set(req, 'given-back');
      if (typeof place === 'object') working.change(place.network, -1);
    },
    sayGoodbye() {
      goodbye = true;
      for (const res of open) res.shouldKeepAlive = false;
    },
    finished() {
      return new Promise((resolve) => {
        onEmpty = resolve;
        if (open.size === 0) resolve();
      });
    },
  };
}

/** However small the server, a browser loads a page with this many at once. */
const fewest = 8;
