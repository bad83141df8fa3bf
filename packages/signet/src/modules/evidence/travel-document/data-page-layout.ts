import type { Corners, DocumentFields, LayoutFault, PageLayout } from '../document/index.ts';
import type { PrintedLine } from '../print/index.ts';
import { labeledDates, labeledNumbers } from './compare-data-page.ts';
import { dataPage } from './settings.ts';

/** The page on which lines were found. */
export interface Page {
  /** How many of them, read or not. */
  readonly lines: number;
  readonly leastLines: number;
  readonly corners: Corners;
  /** Where the zone has its middle, a share of the page's height; undefined where this page has none. */
  readonly zoneAt?: number;
}

/**
 * How a data page stands (A18). A zone and a few words can be typed on any sheet; a page says what it is, its fields stand
 * beside their labels, there is more print than those, and the zone lies at its foot (ICAO 9303-4, 4.1).
 */
export function dataPageLayout(
  fields: DocumentFields | undefined,
  lines: readonly PrintedLine[],
  page: Page,
): PageLayout {
  const found: Partial<Record<LayoutFault, boolean>> = {
    'no-title': !saysPassport(lines),
    'no-labels': (fields ? labeledFields(fields, lines) : 0) < dataPage.leastLabeled,
    'little-print': page.lines < page.leastLines,
    'zone-out-of-place': page.zoneAt !== undefined && page.zoneAt < dataPage.zoneFrom,
  };
  const faults = (Object.keys(found) as LayoutFault[]).filter((fault) => found[fault]);
  return { faults, corners: page.corners };
}

/** In English, French or Spanish; OCR drops spaces. A label ("Passport No.") is no title. */
export const saysPassport = (lines: readonly PrintedLine[]): boolean =>
  lines.some(({ text }) => /pass(?:port|eport)|pasaporte/i.test(text) && !/n[o0°º]\b|num/i.test(text));

/** How many of number, birth date and last day stand beside their own label, whether they agree or not. */
function labeledFields(fields: DocumentFields, lines: readonly PrintedLine[]): number {
  return [
    labeledNumbers(fields.documentNumber, lines),
    labeledDates('birthDate', fields.birthDate, fields, lines),
    fields.expiryDate ? labeledDates('expiryDate', fields.expiryDate, fields, lines) : [],
  ].filter((values) => values.length > 0).length;
}
