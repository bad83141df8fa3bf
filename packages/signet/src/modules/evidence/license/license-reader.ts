import { readBarcode } from '../barcode/read-barcode.ts';
import type { LicenseReader, Photo } from '../document/document-reading.ts';
import { measurePhoto } from '../photo/measure-photo.ts';
import { comparePrint } from '../print/compare-print.ts';
import { printedKind, saysSpecimen } from '../print/print-kind.ts';
import { readPrint } from '../print/read-print.ts';

/**
 * Reads both sides of a license: quality, barcode, print, and the one against the other. Models load once a process, at
 * the first reading. The work is the processor's own (about 1.5 s of one core), so it belongs in a worker process.
 */
export function createLicenseReader(): LicenseReader {
  return {
    async read({ front, back }) {
      const stages: Record<string, number> = {};
      const quality = await timed(stages, 'quality', () => measureBoth(front, back));
      const barcode = await timed(stages, 'barcode', () => readBarcode(back));
      const print = await timed(stages, 'print', () => readPrint(front));
      const { lines } = print;
      return {
        kind: printedKind(lines),
        ...quality,
        barcode,
        comparison: barcode.ok ? comparePrint(barcode.value.fields, lines) : [],
        specimen: saysSpecimen(lines),
        stages: { ...stages, ...print.stages },
      };
    },
  };
}

async function measureBoth(front: Photo, back: Photo) {
  return { front: await measurePhoto(front, 'front'), back: await measurePhoto(back, 'back') };
}

async function timed<T>(stages: Record<string, number>, stage: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    stages[stage] = performance.now() - started;
  }
}
