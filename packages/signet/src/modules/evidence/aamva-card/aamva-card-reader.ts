import { type BarcodeProblem, readBarcode } from '../barcode/index.ts';
import { copyFaults, type DocumentReader, type StatedData, withFaults } from '../document/index.ts';
import { measurePixels, pixelsOf } from '../photo/index.ts';
import {
  comparePrint,
  frontLayout,
  printedCardType,
  printedKind,
  readPrint,
  readPrintedFields,
  saysSpecimen,
} from '../print/index.ts';
import { cardPhotos } from './card-photos.ts';
import { issuerNamedIn } from './issuer-name.ts';

/**
 * Reads both sides of a license or ID card: quality, barcode, print, and the one against the other. Models load once a process, at
 * the first reading. The work is the processor's own (about 0.7 s of one core, and 1.2 s without SPECIMEN), so it belongs in
 * a worker process.
 */
export function createAamvaCardReader(): DocumentReader<'front' | 'back', BarcodeProblem> {
  return {
    async read({ front, back }) {
      const stages: Record<string, number> = {};
      const both = await timed(stages, 'decode', async () => ({
        front: await pixelsOf(front),
        back: await pixelsOf(back),
      }));
      const quality = await timed(stages, 'quality', async () => ({
        front: await measurePixels(both.front, cardPhotos.front),
        back: await measurePixels(both.back, cardPhotos.back),
      }));
      const data = await timed(stages, 'barcode', () => readBarcode(both.back));
      const print = await timed(stages, 'print', () =>
        data.ok ? readPrint(both.front, data.value.fields) : readPrint(both.front, undefined, everyLine),
      );
      const { lines, page } = print;
      const copied = await timed(stages, 'copy', async () => copyFaults(both.front, page.corners));
      const printed = data.ok ? undefined : printedData(lines);
      const cardType = printedCardType(lines);
      const fields = data.ok ? data.value.fields : printed?.fields;
      return {
        looksLike: printedKind(lines),
        ...(cardType && { printedCardType: cardType }),
        quality,
        data,
        ...(printed && { printed }),
        comparison: data.ok ? comparePrint(data.value.fields, lines) : [],
        specimen: saysSpecimen(lines),
        layout: withFaults(frontLayout(fields, lines, page), copied),
        stages: { ...stages, ...print.stages },
      };
    },
  };
}

/** Where there is no barcode that says what to look for. */
const everyLine = () => false;

function printedData(lines: Parameters<typeof readPrintedFields>[0]): StatedData | undefined {
  const fields = readPrintedFields(lines);
  const issuerId = issuerNamedIn(lines.map(({ text }) => text));
  return fields && issuerId ? { fields, issuerId } : undefined;
}

async function timed<T>(stages: Record<string, number>, stage: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } finally {
    stages[stage] = performance.now() - started;
  }
}
