import { type BarcodeProblem, readBarcode } from '../barcode/index.ts';
import type { DocumentReader } from '../document/index.ts';
import { measurePhoto, type Photo } from '../photo/index.ts';
import { comparePrint, printedKind, readPrint, saysSpecimen } from '../print/index.ts';
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
      const { lines } = print;
      return {
        looksLike: printedKind(lines),
        quality,
        data,
        comparison: data.ok ? comparePrint(data.value.fields, lines) : [],
        specimen: saysSpecimen(lines),
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
