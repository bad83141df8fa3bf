import { connect, createServer, type Socket } from 'node:net';

/** What lies between a program and its database, and what may happen to it. */
export interface TcpProxy {
  readonly port: number;
  /** As a network that works: also what was held back goes on. */
  forward(): void;
  /** Nothing passes and nobody is told: a frozen server, or packets that are dropped. New connections are taken, too. */
  stall(): void;
  /** Connections that are open pass nothing any more, and new ones work: a machine that was lost and replaced. */
  stallOpen(): void;
  /** What the program sends arrives, and no answer comes back. */
  cutHalf(): void;
  /** Everything arrives so much later. Milliseconds. */
  delay(ms: number): void;
  /** Open connections are hung up, and new ones not taken: nobody is there. */
  refuse(): void;
  /** How many connections were ever made through it. */
  readonly made: () => number;
  close(): Promise<void>;
}

type State = 'forward' | 'stall' | 'cut-half' | 'refuse';

class Pair {
  #stalled = false;
  readonly #held: (() => void)[] = [];
  readonly #outside: Socket;
  readonly #inside: Socket;
  readonly #now: () => { state: State; delayMs: number };

  constructor(outside: Socket, inside: Socket, now: () => { state: State; delayMs: number }) {
    this.#outside = outside;
    this.#inside = inside;
    this.#now = now;
    this.#pass(outside, inside, () => this.#stalled || now().state === 'stall');
    this.#pass(inside, outside, () => this.#stalled || now().state !== 'forward');
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      one.on('error', () => other.destroy()); // nobody behind: the caller hangs up on
      one.on('close', () => other.destroy());
    }
  }

  stall(): void {
    this.#stalled = true;
  }

  letGo(): void {
    for (const go of this.#held.splice(0)) go();
  }

  hangUp(): void {
    this.#outside.destroy();
    this.#inside.destroy();
  }

  #pass(from: Socket, to: Socket, isHeld: () => boolean): void {
    const deliver = (act: () => void) => {
      const go = () => (to.destroyed ? undefined : act());
      if (isHeld()) this.#held.push(go);
      else if (this.#now().delayMs === 0) go();
      else setTimeout(go, this.#now().delayMs);
    };
    from.on('data', (bytes) => deliver(() => to.write(bytes)));
    from.on('end', () => deliver(() => to.end()));
  }
}

/** A proxy on a port of its own, which stays the same, before the port that `behind` names for each new connection. */
export async function openTcpProxy(behind: () => number): Promise<TcpProxy> {
  let state: State = 'forward';
  let delayMs = 0;
  let made = 0;
  const pairs = new Set<Pair>();
  const server = createServer({ allowHalfOpen: true }, (outside) => {
    if (state === 'refuse') return void outside.resetAndDestroy();
    made += 1;
    const inside = connect({ port: behind(), host: '127.0.0.1', allowHalfOpen: true });
    const pair = new Pair(outside, inside, () => ({ state, delayMs }));
    pairs.add(pair);
    outside.on('close', () => pairs.delete(pair));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const hangUpAll = () => {
    for (const pair of pairs) pair.hangUp();
  };
  return {
    port: address.port,
    made: () => made,
    forward() {
      state = 'forward';
      delayMs = 0;
      for (const pair of pairs) pair.letGo();
    },
    stall() {
      state = 'stall';
    },
    stallOpen() {
      for (const pair of pairs) pair.stall();
    },
    cutHalf() {
      state = 'cut-half';
    },
    delay(ms) {
      delayMs = ms;
    },
    refuse() {
      state = 'refuse';
      hangUpAll();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        hangUpAll();
      }),
  };
}
