import { type BarcodeProblem, readBarcode } from '../barcode/index.ts';
import type { DocumentReader } from '../document/index.ts';
import { measurePhoto, type Photo } from '../photo/index.ts';
import { comparePrint, frontLayout, printedKind, readPrint, saysSpecimen } from '../print/index.ts';
import { licensePhotos } from './license-photos.ts';

/**
 * Reads both sides of a license: quality, barcode, print, and the one against the other. Models load once a process, at
 * the first reading. The work is the processor's own (about 1.5 s of one core), so it belongs in a worker process.
 */
export function createLicenseReader(): DocumentReader<'front' | 'back', BarcodeProblem> {
  return {
    async read({ front, back }) {
      const stages: Record<string, number> = {};
      const quality = await timed(stages, 'quality', () => measureBoth(front, back));
      const data = await timed(stages, 'barcode', () => readBarcode(back));
      const print = await timed(stages, 'print', () =>
        readPrint(front, data.ok ? data.value.fields : undefined),
      );
      const { lines, page } = print;
      const fields = data.ok ? data.value.fields : undefined;
      return {
        looksLike: printedKind(lines),
        quality,
        data,
        comparison: fields ? comparePrint(fields, lines) : [],
        specimen: saysSpecimen(lines),
        layout: frontLayout(fields, lines, page),
        stages: { ...stages, ...print.stages },
      };
    },
  };
}

async function measureBoth(front: Photo, back: Photo) {
  return {
    front: await measurePhoto(front, licensePhotos.front),
    back: await measurePhoto(back, licensePhotos.back),
  };
}

async function timed<T>(stages: Record<string, number>, stage: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    stages[stage] = performance.now() - started;
  }
}
