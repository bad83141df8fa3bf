import { type DocumentReader, documentDay } from '../document/index.ts';
import type { MrzProblem } from '../mrz/index.ts';
import { measurePixels, pixelsOf } from '../photo/index.ts';
import { dataPage, readTravelCard } from '../travel-document/index.ts';
import { cardPhotos } from './card-photos.ts';
import { cardZone } from './card-zone.ts';

const card = { zone: cardZone, leastLines: dataPage.leastLines.cardFront } as const;

/** Reads both sides of a passport card: quality, zone, print, and the one against the other. */
export function createPassportCardReader(
  today: () => string = () => documentDay(new Date()),
): DocumentReader<'front' | 'back', MrzProblem> {
  return {
    async read(photos) {
      const started = performance.now();
      const [front, back] = [await pixelsOf(photos.front), await pixelsOf(photos.back)];
      const decoded = performance.now();
      const quality = {
        front: await measurePixels(front, cardPhotos.front),
        back: await measurePixels(back, cardPhotos.back),
      };
      const measured = performance.now();
      const read = await readTravelCard({ front, back }, card, today());
      const stages = { decode: decoded - started, quality: measured - decoded, ...read.stages };
      return { ...read, quality, stages };
    },
  };
}
