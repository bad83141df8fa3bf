import { type IncomingMessage, ServerResponse } from 'node:http';
import type { HttpPair } from '../http-pair.ts';
import { type ArtifactUnit, pushedMark } from './artifacts/index.ts';
import { interactionCookieNames, withCookie } from './interaction-cookies.ts';

/** Where an answered request goes on, and the cookies that its browser is given on the way. */
export interface Onward {
  readonly to: string;
  readonly cookies: readonly string[];
}

/** An answered request that went on as far as to the agency: what is written of it is in the unit, with the answer. */
export interface GoneOn extends Onward {
  readonly unit: ArtifactUnit;
}

export interface GoingOnHere {
  /**
   * Lets the provider go on with the request in the unit, which was answered and is not written yet: the code is made with
   * the answer, and there is no address at which the answer waits for its browser to come. The unit stays as it is.
   * Undefined where there is more to do than that, such as a question of the provider's own.
   */
  goOn(pair: HttpPair, unit: ArtifactUnit, redirectUri: string): Promise<GoneOn | undefined>;
  /** The unit of a request that goes on so; undefined for one that came from a browser. */
  unitOf(req: IncomingMessage): ArtifactUnit | undefined;
}

/** `handler` is asked for once the provider is there. */
export function goingOnHere(
  authorizePath: string,
  handler: () => (req: IncomingMessage, res: ServerResponse) => Promise<void>,
): GoingOnHere {
  const units = new WeakMap<IncomingMessage, ArtifactUnit>();
  return {
    unitOf: (req) => units.get(req),

    async goOn(pair, answered, redirectUri) {
      const { interaction } = answered;
      // what is a row would be used up at once, and not with the rest
      if (!interaction || interaction.stored || !pushedMark(interaction.parJti)) return undefined;
      const unit = answered.fork();
      unit.carry(interaction, false); // the browser need not keep it
      const req = asItGoesOn(pair.req, `${authorizePath}/${interaction.uid}`, interaction.uid);
      const res = new ServerResponse(req); // never sent: what it says is handed on
      units.set(req, unit);
      await handler()(req, res);
      const to = String(res.getHeader('location') ?? '');
      if (!isAnswer(to, redirectUri)) return undefined;
      return { to, cookies: [res.getHeader('set-cookie') ?? []].flat().map(String), unit };
    },
  };
}

/** The same request at the address where the provider goes on with an interaction, with the cookie that names it there. */
function asItGoesOn(req: IncomingMessage, url: string, uid: string): IncomingMessage {
  const cookie = withCookie(req.headers.cookie ?? '', interactionCookieNames.resume, uid);
  const own = { url, originalUrl: url, method: 'GET', headers: { ...req.headers, cookie } };
  return Object.create(
    req,
    Object.fromEntries(
      Object.entries(own).map(([name, value]) => [name, { value, writable: true, enumerable: true }]),
    ),
  );
}

function isAnswer(address: string, redirectUri: string): boolean {
  if (!address.startsWith(redirectUri)) return false;
  return new URL(address).searchParams.has('code');
}
