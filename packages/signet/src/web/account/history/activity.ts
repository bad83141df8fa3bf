import { type Agencies, attributes, isAttributeName } from '../../../modules/agencies/index.ts';
import type { StoredEntry } from '../../../modules/audit/index.ts';
import { riskSignals, signalDetails } from '../../../modules/risk/index.ts';
import { formatList, type Lang, type Words, words } from '../../locales/index.ts';

/** An entry of the audit log, wherever it stands in it. */
type LoggedAct = Omit<StoredEntry, 'id' | 'place'>;

/** One entry of the audit log as its person reads it. */
export interface Act {
  readonly at: Date;
  readonly text: string;
  /** What an agency was given with it, as a sentence. */
  readonly given?: string;
  /** What was unlike the person's other sign-ins, as a sentence. */
  readonly unusual?: string;
  /** The actor, where it was not the person. */
  readonly by?: string;
}

const groupNames = ['signIns', 'changes', 'identity', 'data', 'staff'] as const;
export type Group = (typeof groupNames)[number];

/** In addresses, e.g. `?show=signIns`. */
export const groupOf = (asked: string | undefined): Group | undefined =>
  groupNames.find((group) => group === asked);

/** A sign-in at an agency also gives it something: both filters show it. */
const alsoSignIns = [
  'agency.signed-in',
] as const satisfies readonly (keyof Words['account']['history']['acts']['data'])[];

/** Which entries a filter shows: `staff` goes by the actor, the others by the act. */
export const wantedOf = (group: Group | undefined) => {
  if (!group) return {};
  if (group === 'staff') return { actor: 'staff' as const };
  const actions = Object.keys(words('en').account.history.acts[group]);
  return { actions: group === 'signIns' ? [...actions, ...alsoSignIns] : actions };
};

type Said = string | ((what: string) => string);

export function actOf(entry: LoggedAct, lang: Lang, agencies: Pick<Agencies, 'find'>): Act {
  const { at, details } = entry;
  const items = typeof details?.items === 'string' ? itemNames(details.items.split('+'), lang) : [];
  const by = actorOf(entry, lang, agencies);
  return {
    at,
    text: textOf(entry, lang, agencies),
    ...(items.length > 0 ? { given: words(lang).account.history.given(formatList(lang, items)) } : {}),
    ...unusualIn(entry, lang),
    ...(by ? { by } : {}),
  };
}

/** Signals stand among the details as `{ newDevice: true }`. */
function unusualIn({ details = {} }: LoggedAct, lang: Lang): Pick<Act, 'unusual'> {
  const { signals, unusual } = words(lang).account.devices;
  const found = riskSignals.filter((signal) =>
    Object.keys(signalDetails([signal])).some((name) => details[name]),
  );
  if (found.length === 0) return {};
  return {
    unusual: `${unusual}: ${formatList(
      lang,
      found.map((signal) => signals[signal]),
    )}.`,
  };
}

function textOf({ action, details }: LoggedAct, lang: Lang, agencies: Pick<Agencies, 'find'>): string {
  const { acts, other } = words(lang).account.history;
  const said = (Object.assign({}, ...Object.values(acts)) as Readonly<Record<string, Said>>)[action];
  if (said === undefined) return other(action);
  if (typeof said === 'string') return said;
  const agency = details?.agency;
  if (typeof agency === 'string') return said(agencyName(agency, lang, agencies));
  return said(nameOf(details?.authenticator ?? details?.method ?? details?.outcome ?? details?.status, lang));
}

function actorOf({ actor }: LoggedAct, lang: Lang, agencies: Pick<Agencies, 'find'>): string | undefined {
  const { by } = words(lang).account.history;
  switch (actor.kind) {
    case 'staff':
      return by.staff(actor.ref ?? '–');
    case 'agency':
      return by.agency(agencyName(actor.ref ?? '–', lang, agencies));
    case 'system':
      return by.system;
    case 'person':
      return undefined;
  }
}

/** An agency that has left since is still named by its id. */
const agencyName = (id: string, lang: Lang, agencies: Pick<Agencies, 'find'>): string =>
  agencies.find(id)?.nameInSentence[lang] ?? id;

const nameOf = (code: unknown, lang: Lang): string =>
  (words(lang).account.history.names as Readonly<Record<string, string>>)[String(code)] ??
  String(code ?? '–');

/** "your name", "your date of birth": items of a release within a sentence. */
export function itemNames(items: readonly string[], lang: Lang): readonly string[] {
  return items.map((item) => {
    const name = isAttributeName(item) ? attributes[item].title[lang] : item;
    return name.charAt(0).toLowerCase() + name.slice(1);
  });
}
