import type { Corners, DocumentFields, LayoutFault, PageLayout } from '../../document/index.ts';
import { compareLabeledDates, compareLabeledNumbers } from './compare-numbers.ts';
import { saysAamvaCard } from './print-kind.ts';
import type { PrintedLine } from './printed-line.ts';

/** The page on which lines were found. */
export interface Page {
  /** How many of them, read or not. */
  readonly lines: number;
  /** How many of them end where the page does, and so may go on behind it. */
  readonly linesAtEdge: number;
  readonly corners: Corners;
}

/**
 * How a license's front stands (A18). Names and numbers can be typed on any sheet; a card says what it is, its fields stand
 * beside their labels, and it has more print than a name, a date and a number (AAMVA's card design standard).
 */
export function frontLayout(
  fields: DocumentFields | undefined,
  lines: readonly PrintedLine[],
  page: Page,
): PageLayout {
  const { leastLabeled, leastLines } = frontSettings;
  const labeled = fields ? labeledFields(fields, lines) : 0;
  const found: Partial<Record<LayoutFault, boolean>> = {
    'no-title': !saysAamvaCard(lines),
    'no-labels': labeled < leastLabeled,
    'little-print': page.lines < leastLines,
  };
  const faults = (Object.keys(found) as (keyof typeof found)[]).filter((fault) => found[fault]);
  return { faults, corners: page.corners };
}

export const frontSettings = {
  /** Of number, birth date and last day; one label may be under a scratch. */
  leastLabeled: 2,
  /** The standard demands 18 fields and their labels. On seven specimens 23 to 27 lines were found. */
  leastLines: 12,
} as const;

/** How many of number, birth date and last day stand beside their own label, whether they agree or not. */
function labeledFields(fields: DocumentFields, lines: readonly PrintedLine[]): number {
  const { expiryDate } = fields;
  return [
    compareLabeledNumbers(fields.documentNumber, lines),
    compareLabeledDates(fields.birthDate, 'birthDate', fields, lines),
    expiryDate === undefined ? [] : compareLabeledDates(expiryDate, 'expiryDate', fields, lines),
  ].filter((values) => values.length > 0).length;
}
