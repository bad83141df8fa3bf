import { err, type Result } from '../../../kernel/index.ts';
import {
  copyFaults,
  type FieldComparison,
  type PageLayout,
  type PrintedKind,
  type StatedData,
  withFaults,
} from '../document/index.ts';
import type { Pixels } from '../image/index.ts';
import { type MrzFormat, type MrzProblem, type MrzReading, readMrz } from '../mrz/index.ts';
import {
  findZone,
  isUpsideDown,
  type OpenPage,
  type PrintedLine,
  printedKind,
  readLines,
  readZone,
  saysAamvaCard,
  saysSpecimen,
  withPage,
  type Zone,
} from '../print/index.ts';
import { compareDataPage } from './compare-data-page.ts';
import { dataPageLayout, saysPassport } from './data-page-layout.ts';
import { readPrintedPage } from './printed-data.ts';
import { asPrinted } from './printed-fields.ts';
import { unreadLine } from './unread-line.ts';

export interface DataPage {
  readonly data: Result<MrzReading, MrzProblem>;
  /** What the print alone states, where the zone could not be read. */
  readonly printed?: StatedData;
  readonly looksLike: PrintedKind;
  /** Of the zone with the print; where it could not be read, of the print with itself: one field may stand there twice. */
  readonly comparison: readonly FieldComparison[];
  readonly specimen: boolean;
  readonly layout: PageLayout;
  readonly stages: Readonly<Record<string, number>>;
}

/** What a page is expected to be. */
export interface DataPageKind {
  readonly zone: MrzFormat;
  readonly leastLines: number;
}

/** Reads a page that has portrait, print and zone: a passport book's. The zone first, for it says what the print must. */
export async function readDataPage(photo: Pixels, kind: DataPageKind, today: string): Promise<DataPage> {
  const read = await withPage(photo, async (page) => {
    const started = performance.now();
    const zone = await findZone(page, kind.zone.lines);
    const data = zone ? await readZoneOn(page, zone, kind.zone, today) : err('no-zone' as const);
    const ofZone = performance.now() - started;
    return printOn(page, zone, data, kind, { zone: ofZone });
  });
  return asOriginalOrCopy(photo, read);
}

/** Reads both sides of a card that has its zone on the back: a passport card. */
export async function readTravelCard(
  { front, back }: { readonly front: Pixels; readonly back: Pixels },
  kind: DataPageKind,
  today: string,
): Promise<DataPage> {
  const started = performance.now();
  const data = await withPage(back, async (page) => {
    const zone = await findZone(page, kind.zone.lines);
    return zone ? readZoneOn(page, zone, kind.zone, today) : err('no-zone' as const);
  });
  const ofBack = performance.now() - started;
  const read = await withPage(front, (page) => printOn(page, undefined, data, kind, { back: ofBack }));
  return asOriginalOrCopy(front, read);
}

function asOriginalOrCopy(photo: Pixels, read: DataPage): DataPage {
  const started = performance.now();
  const layout = withFaults(read.layout, copyFaults(photo, read.layout.corners));
  return { ...read, layout, stages: { ...read.stages, copy: performance.now() - started } };
}

/** The print of a page against what its zone, here or on the other side, states. */
async function printOn(
  page: OpenPage,
  zone: Zone | undefined,
  data: Result<MrzReading, MrzProblem>,
  { leastLines }: DataPageKind,
  before: Readonly<Record<string, number>>,
): Promise<DataPage> {
  const started = performance.now();
  const way = zone?.way ?? ((await isUpsideDown(page.reader, page.boxes, isTitle)) ? 'over' : 'upright');
  // every line: any of them may contradict those that agree
  const lines = await readLines(page.reader, page.boxes, way, (soFar) =>
    unreadLine(withoutZone(soFar, zone)),
  );
  const print = withoutZone(lines, zone);
  // a visa has labels as well, and says what it is in its zone
  const printed = data.ok || data.error === 'another-document' ? undefined : readPrintedPage(print);
  const reading = data.ok ? data.value : printed && { ...printed, isTruncated: false };
  return {
    data: data.ok ? { ok: true, value: asPrinted(data.value, print) } : data,
    ...(printed && { printed }),
    looksLike: looksLike(lines, zone),
    comparison: reading ? compareDataPage(reading, print) : [],
    specimen: saysSpecimen(lines),
    layout: dataPageLayout(reading?.fields, print, {
      lines: page.boxes.length,
      leastLines,
      corners: page.corners(way),
      ...(zone && { zoneAt: middleOf(zone) / page.image.rows }),
    }),
    stages: { ...before, ...page.stages, recognizeText: performance.now() - started },
  };
}

const isTitle = (line: PrintedLine): boolean => saysPassport([line]) || saysAamvaCard([line]);

export async function readZoneOn(
  page: OpenPage,
  zone: Zone,
  format: MrzFormat,
  today: string,
): Promise<Result<MrzReading, MrzProblem>> {
  const read = (lines: readonly string[]) => readMrz(lines, format, today);
  const lines = await readZone(page, zone, format.cells, (found) => read(found).ok);
  return lines ? read(lines) : err('zone-unreadable');
}

const middleOf = ({ lines }: Zone): number => lines.reduce((sum, { y }) => sum + y, 0) / lines.length;

const withoutZone = (lines: readonly PrintedLine[], zone: Zone | undefined): PrintedLine[] =>
  lines.filter(({ y }) => !zone?.lines.some((line) => Math.abs(line.y - y) < line.height));

/** The words of a license settle it; a zone is a travel document's. */
export function looksLike(lines: readonly PrintedLine[], zone: Zone | undefined): PrintedKind {
  if (saysAamvaCard(lines)) return 'aamva-card';
  return zone || saysPassport(lines) ? 'passport' : printedKind(lines);
}
