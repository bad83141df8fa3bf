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

/** Takes the agencies as an operator or the sandbox wrote them; throws AppError `bad-agency` naming what is wrong. */
export function registerAgencies(list: unknown): Agencies {
  const parsed = z.array(agencySchema).safeParse(list);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AppError('bad-agency', { message: `${placeOf(list, issue?.path ?? [])}: ${issue?.message}` });
  }
  const byId = new Map(parsed.data.map((agency) => [agency.id, agency]));
  if (byId.size !== parsed.data.length)
    throw new AppError('bad-agency', { message: 'two agencies share an id' });
  return { all: () => parsed.data, find: (id) => byId.get(id) };
}

/** `agency "example-agency", keys.0`: by its id where it has one, else by its place in the list. */
function placeOf(list: unknown, [at, ...where]: readonly PropertyKey[]): string {
  const one: unknown = Array.isArray(list) ? list[Number(at)] : undefined;
  const id = typeof one === 'object' && one !== null && 'id' in one ? JSON.stringify(one.id) : String(at);
  return [`agency ${id}`, ...(where.length > 0 ? [where.join('.')] : [])].join(', ');
}
