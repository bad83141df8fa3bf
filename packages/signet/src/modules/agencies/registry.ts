import { z } from 'zod';
import { AppError } from '../../kernel/index.ts';
import { type Agency, agencySchema } from './agency.ts';

export interface Agencies {
  all(): readonly Agency[];
  find(id: string): Agency | undefined;
}

/** Where browsers may be sent back to: forms that lead there are allowed, and to no other site. */
export const originsOf = (agencies: {
  readonly all: () => readonly Pick<Agency, 'redirectUris'>[];
}): readonly string[] => [
  ...new Set(agencies.all().flatMap(({ redirectUris }) => redirectUris.map((uri) => new URL(uri).origin))),
];

/**
 * Takes the agencies as an operator or the sandbox wrote them; throws AppError `bad-agency` naming what is wrong. Only
 * the sandbox has agencies on loopback.
 */
export function registerAgencies(list: unknown, { onLoopback = false } = {}): Agencies {
  const parsed = z.array(agencySchema).safeParse(list);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AppError('bad-agency', { message: `${placeOf(list, issue?.path ?? [])}: ${issue?.message}` });
  }
  const byId = new Map(parsed.data.map((agency) => [agency.id, agency]));
  if (byId.size !== parsed.data.length)
    throw new AppError('bad-agency', { message: 'two agencies share an id' });
  if (!onLoopback) refuseUnprotected(parsed.data);
  return { all: () => parsed.data, find: (id) => byId.get(id) };
}

/**
 * A code or a token that is sent to `http://` is read on the way; to `localhost`, by whatever runs on the person's own
 * machine. RFC 8252 allows that to apps that run there, and no agency is one.
 */
function refuseUnprotected(agencies: readonly Agency[]): void {
  for (const agency of agencies) {
    for (const [field, addresses] of Object.entries(addressesOf(agency))) {
      const found = addresses.find((address) => !isProtected(new URL(address)));
      if (found === undefined) continue;
      const problem = `${found} must be https and no address of this machine; only the sandbox has others`;
      throw new AppError('bad-agency', { message: `agency "${agency.id}", ${field}: ${problem}` });
    }
  }
}

const addressesOf = (agency: Agency): Readonly<Record<string, readonly string[]>> => ({
  home: [agency.home],
  'help.page': [agency.help.page],
  redirectUris: agency.redirectUris,
  postLogoutRedirectUris: agency.postLogoutRedirectUris,
  backchannelLogoutUri: agency.backchannelLogoutUri ? [agency.backchannelLogoutUri] : [],
});

const isProtected = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' &&
  !/^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0|\[::\])$/.test(hostname);

/** `agency "example-agency", keys.0`: by its id where it has one, else by its place in the list. */
function placeOf(list: unknown, [at, ...where]: readonly PropertyKey[]): string {
  const one: unknown = Array.isArray(list) ? list[Number(at)] : undefined;
  const id = typeof one === 'object' && one !== null && 'id' in one ? JSON.stringify(one.id) : String(at);
  return [`agency ${id}`, ...(where.length > 0 ? [where.join('.')] : [])].join(', ');
}
