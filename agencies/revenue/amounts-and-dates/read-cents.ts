import type { Cents } from './cents.ts';

/** An amount as people type it, `1,234.56` or `$1234`; undefined for anything else. Never a part of a cent. */
export function readCents(typed: string): Cents | undefined {
  const bare = typed.replaceAll(/[\s$]/g, '');
  const [, whole, part = ''] = /^(\d{1,3}(?:,\d{3})+|\d{1,11})(?:\.(\d{2}))?$/.exec(bare) ?? [];
  if (whole === undefined) return undefined;
  return Number(whole.replaceAll(',', '')) * 100 + Number(part || '0');
}
