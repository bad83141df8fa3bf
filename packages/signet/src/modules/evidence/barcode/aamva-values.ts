import type { z } from 'zod';

/** A holder's elements by their three-letter ids. */
export type Elements = ReadonlyMap<string, string>;

/** D the standard's own elements, P those of a permit, Z an issuer's. */
const ELEMENT = /^([DPZ][A-Z]{2})(.*)$/;
const CONTROL = /\p{Cc}/u;

/** What is read of a holder; anything else may be repeated, for nothing is taken from it. */
const READ = /^D(?:AA|AB|AC|AD|AE|AG|AH|AI|AJ|AK|AL|AM|AN|AO|AP|AQ|BA|BB|BC|BD|CS|CT|CU)$/;

/**
 * A subfile's elements by their ids, values trimmed; a line that is no element is filler. Undefined where an element that
 * is read holds a control character or has two values: which one is meant is not for us to choose.
 */
export function readElements(body: string): Elements | undefined {
  const elements = new Map<string, string>();
  for (const line of body.split(/\r?\n/)) {
    const [, id, raw] = ELEMENT.exec(line) ?? [];
    if (id === undefined || raw === undefined || !READ.test(id)) continue;
    const value = raw.trim();
    if (CONTROL.test(value)) return undefined;
    const earlier = elements.get(id);
    if (earlier !== undefined && earlier !== value) return undefined;
    elements.set(id, value);
  }
  return elements.size === 0 ? undefined : elements;
}

/** The value if it is a possible one. */
export function kept<T>(schema: z.ZodType<T>, value: string | undefined): T | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export const present = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };

/** What the standard writes where the holder has no such thing, or the issuer does not know it. */
export const isNone = (value: string): boolean =>
  ['', 'NONE', 'UNAVL', 'UNAVAIL', 'NMN', 'N/A'].includes(value.trim().toUpperCase());
