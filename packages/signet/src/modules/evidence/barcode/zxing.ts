import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { Pixels } from '../image/index.ts';

let ready: Promise<unknown> | undefined;

/** By default zxing-wasm fetches its .wasm from a CDN; Signet reads the one installed with the package. */
async function prepare(): Promise<unknown> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const file = await readFile(path);
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

export type Pdf417Options = Pick<ReaderOptions, 'binarizer' | 'maxNumberOfSymbols' | 'tryRotate'>;

/**
 * The texts of the PDF417 symbols in a luminance image, as the bytes stand in the symbol: AAMVA's control characters
 * are part of the data (`Plain`), its characters are ISO 8859-1.
 */
export async function readPdf417(image: Pixels, options: Pdf417Options = {}): Promise<string[]> {
  ready ??= prepare();
  await ready;
  const found = await readBarcodes(asImageData(image), {
    formats: ['PDF417'],
    textMode: 'Plain',
    characterSet: 'ISO8859_1',
    tryHarder: true,
    tryInvert: false,
    ...options,
  });
  return found.filter((barcode) => barcode.isValid).map((barcode) => barcode.text);
}

function asImageData({ data, width, height }: Pixels): ImageData {
  const rgba = new Uint32Array(width * height);
  for (let at = 0; at < rgba.length; at++) rgba[at] = (data[at] ?? 0) * 0x01010101;
  return { data: new Uint8ClampedArray(rgba.buffer), width, height, colorSpace: 'srgb' } as ImageData;
}
