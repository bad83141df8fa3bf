import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** Where an agency is told of sign-outs. `behavior` is how it takes them. */
export interface BackchannelListener {
  readonly url: string;
  /** The logout tokens so far, once there are this many. Throws when they do not come within 3 s. */
  heard(atLeast: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openBackchannelListener(
  behavior: 'answers' | 'never-answers' = 'answers',
): Promise<BackchannelListener> {
  const tokens: string[] = [];
  const server = createServer(async (req, res) => {
    const token = new URLSearchParams(await text(req)).get('logout_token');
    if (token) tokens.push(token);
    if (behavior === 'answers') res.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/backchannel-logout`,
    async heard(atLeast) {
      const deadline = Date.now() + 3000;
      while (tokens.length < atLeast) {
        if (Date.now() > deadline) throw new Error(`heard ${tokens.length} sign-outs, not ${atLeast}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return tokens;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
