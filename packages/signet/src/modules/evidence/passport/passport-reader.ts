import { type DocumentReader, documentDay } from '../document/index.ts';
import type { MrzProblem } from '../mrz/index.ts';
import { measurePixels, pixelsOf } from '../photo/index.ts';
import { dataPage, readDataPage } from '../travel-document/index.ts';
import { bookZone } from './book-zone.ts';
import { passportPhoto } from './passport-photo.ts';

const book = { zone: bookZone, leastLines: dataPage.leastLines.book } as const;

/**
 * Reads the data page of a passport: quality, zone, print, and the one against the other. The work is the processor's own, as
 * a license's is, so it belongs in a worker process.
 */
export function createPassportReader(
  today: () => string = () => documentDay(new Date()),
): DocumentReader<'data-page', MrzProblem> {
  return {
    async read(photos) {
      const started = performance.now();
      const pixels = await pixelsOf(photos['data-page']);
      const decoded = performance.now();
      const quality = await measurePixels(pixels, passportPhoto);
      const measured = performance.now();
      const page = await readDataPage(pixels, book, today());
      const stages = { decode: decoded - started, quality: measured - decoded, ...page.stages };
      return { ...page, quality: { 'data-page': quality }, stages };
    },
  };
}
