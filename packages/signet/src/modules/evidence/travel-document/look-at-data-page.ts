import { err, type Result } from '../../../kernel/index.ts';
import type { PrintedKind } from '../document/index.ts';
import type { Pixels } from '../image/index.ts';
import type { MrzFormat, MrzProblem, MrzReading } from '../mrz/index.ts';
import { findZone, isUpsideDown, readLines, UNREAD, withPage } from '../print/index.ts';
import { saysPassport } from './data-page-layout.ts';
import { looksLike, readZoneOn } from './read-data-page.ts';
import { dataPage } from './settings.ts';
import { unreadLine } from './unread-line.ts';

/** What a quick look at a data page finds. */
export interface LookAtPage {
  readonly data: Result<MrzReading, MrzProblem>;
  readonly looksLike: PrintedKind;
  /** Lines of print that were found, read or not. */
  readonly lines: number;
}

/** Reads the zone, and where there is none only until the print says what it is the print of, and no more than some lines. */
export async function lookAtDataPage(photo: Pixels, format: MrzFormat, today: string): Promise<LookAtPage> {
  return withPage(photo, async (page) => {
    const lines = page.boxes.length;
    const zone = await findZone(page, format.lines);
    if (zone) return { data: await readZoneOn(page, zone, format, today), looksLike: 'passport', lines };
    const way = (await isUpsideDown(page.reader, page.boxes, (line) => saysPassport([line])))
      ? 'over'
      : 'upright';
    const read = await readLines(page.reader, page.boxes, way, (soFar) => {
      const known = soFar.filter(({ text }) => text !== UNREAD);
      const isEnough = looksLike(known, undefined) !== 'unknown' || known.length >= dataPage.quickLines;
      return isEnough ? undefined : unreadLine(soFar);
    });
    return { data: err('no-zone'), looksLike: looksLike(read, undefined), lines };
  });
}
