import type { IncomingMessage } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Artifacts, ArtifactUnit, CarriedInteractions } from './artifacts/index.ts';

/** The provider's cookies for an interaction: for our pages, and for the address where it goes on with the answer. */
export const interactionCookieNames = { request: 'signet_op_request', resume: 'signet_op_resume' } as const;

/** In the address that goes on with it: how the interaction was answered, sealed. */
export const answerParameter = 'answer';

type Context = Parameters<Parameters<Provider['use']>[0]>[0];

/**
 * The provider knows an interaction by its id and nothing else. In the browser's cookies its content stands in the id's
 * place, sealed: here the one is taken for the other. A cookie that does not open is none.
 */
export interface InteractionCookies {
  receive(
    req: IncomingMessage,
    unit: ArtifactUnit,
    name: keyof typeof interactionCookieNames,
    answer?: string,
  ): Promise<void>;
  /** Before what the unit holds is written: what does not fit into a cookie is stored after all. */
  send(ctx: Context, unit: ArtifactUnit): Promise<void>;
}

export function interactionCookies(
  carried: CarriedInteractions,
  artifacts: Pick<Artifacts, 'store'>,
): InteractionCookies {
  async function cookieOf(unit: ArtifactUnit): Promise<string | undefined> {
    if (!unit.interaction) return undefined;
    const cookie = await carried.cookieOf(unit.interaction);
    if (cookie !== undefined) return cookie;
    artifacts.store(unit);
    return carried.cookieOf(unit.interaction);
  }

  return {
    async receive(req, unit, name, answer) {
      const header = req.headers.cookie ?? '';
      const found = cookieIn(header, interactionCookieNames[name]);
      if (found === undefined) return;
      const uid = await carried.open(unit, found, answer);
      req.headers.cookie = withCookie(header, interactionCookieNames[name], uid);
    },

    async send(ctx, unit) {
      const { interaction, interactionChanged, interactionOver } = unit;
      if (interaction && interactionChanged) {
        const cookie = await cookieOf(unit);
        const lines = [ctx.response.get('set-cookie') ?? []].flat();
        const carrying = lines.map((line) => carryingIn(line, interaction.uid, String(cookie)));
        if (carrying.some((line, n) => line !== lines[n])) ctx.set('set-cookie', carrying);
        else ctx.cookies.set(interactionCookieNames.resume, cookie, { ...options, path: ctx.path });
      }
      if (interactionOver !== undefined) {
        const path = `/interaction/${interactionOver}`;
        ctx.cookies.set(interactionCookieNames.request, null, { ...options, path });
      }
    },
  };
}

const options = { signed: false, httpOnly: true, sameSite: 'lax' } as const;

/** A line that sets the cookie to the id sets it to the content. */
function carryingIn(line: string, uid: string, cookie: string): string {
  const name = Object.values(interactionCookieNames).find((one) => line.startsWith(`${one}=${uid};`));
  return name ? line.replace(`${name}=${uid}`, `${name}=${cookie}`) : line;
}

function cookieIn(header: string, name: string): string | undefined {
  return header
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** All cookies but for this one, which is the id alone, or gone. */
export function withCookie(header: string, name: string, value: string | undefined): string {
  const others = header.split(/;\s*/).filter((pair) => !pair.startsWith(`${name}=`));
  return [...others, ...(value === undefined ? [] : [`${name}=${value}`])].join('; ');
}
