import Bowser from 'bowser';
import { parseItem, parseList } from 'structured-headers';
import { z } from 'zod';

/** What a browser says of itself with a request, as it came: anybody may write anything. */
export interface SelfDescription {
  readonly userAgent?: string | undefined;
  /** `Sec-CH-UA` and `Sec-CH-UA-Platform`, where the browser sends them. */
  readonly brands?: string | undefined;
  readonly platform?: string | undefined;
}

/** A device in words that people know: names from a list of ours, never what was sent. */
export const deviceSchema = z.object({
  browser: z.string().exactOptional(), // "Firefox"
  system: z.string().exactOptional(), // "Windows", "iPhone"
});

export type Device = z.infer<typeof deviceSchema>;

/** Longer than any browser's own; what is read of it costs no more than this. */
const readAtMost = 512;

const browsers = new Set(Object.values(Bowser.BROWSER_MAP).filter((name) => name !== 'Generic'));
const systems = new Set(Object.values(Bowser.OS_MAP));
const models = new Set(['iPhone', 'iPad']);

/** The parser gives back what it does not know as it came; only names that it knows itself go on. */
export function deviceOf({ userAgent = '', brands, platform }: SelfDescription): Device {
  const named = brandsIn(brands);
  const read = Bowser.getParser(userAgent.slice(0, readAtMost) || ' ', true, {
    ...(named.length > 0 ? { brands: named } : {}),
  });
  const { model = '' } = read.getPlatform();
  const hinted = textIn(platform) ?? '';
  const system = [model].find((name) => models.has(name)) ?? systemIn(hinted) ?? systemIn(read.getOSName());
  const browser = read.getBrowserName();
  return {
    ...(browsers.has(browser) ? { browser } : {}),
    ...(system ? { system } : {}),
  };
}

/** A thing for the hand, or one on a desk: all that is counted of a device. */
export const isHandheld = ({ userAgent = '' }: SelfDescription): boolean =>
  ['mobile', 'tablet'].includes(Bowser.getParser(userAgent.slice(0, readAtMost) || ' ').getPlatformType());

const systemIn = (name: string): string | undefined => (systems.has(name) ? name : undefined);

/** RFC 9651, as client hints are written; what does not parse says nothing. */
function brandsIn(header: string | undefined): { brand: string; version: string }[] {
  const items = parsed(header, parseList) ?? [];
  return items.flatMap(([brand, parameters]) =>
    typeof brand === 'string' ? [{ brand, version: String(parameters.get('v') ?? '') }] : [],
  );
}

function textIn(header: string | undefined): string | undefined {
  const [value] = parsed(header, parseItem) ?? [];
  return typeof value === 'string' ? value : undefined;
}

function parsed<T>(header: string | undefined, parse: (text: string) => T): T | undefined {
  if (!header || header.length > readAtMost) return undefined;
  try {
    return parse(header);
  } catch {
    return undefined; // not a structured field: whoever sent it is no browser that we would know
  }
}
