export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'other';

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** ISO base media brands that phones write for HEVC stills. `mif1` and `msf1` are what iOS names a sequence. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

/** A PDF reader accepts the marker anywhere in the first kilobyte, so a scan behind a few stray bytes is one too. */
const PDF_SEARCH = 1024;

/** What a file is by its first bytes. The name and media type a browser sends are the sender's claim and are not used. */
export function sniffFile(bytes: Uint8Array): FileKind {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes[0] === 0x89 && ascii(bytes, 1, 8) === 'PNG\r\n\x1a\n') return 'png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (ascii(bytes, 4, 8) === 'ftyp' && HEIC_BRANDS.has(ascii(bytes, 8, 12))) return 'heic';
  if (ascii(bytes, 0, PDF_SEARCH).includes('%PDF-')) return 'pdf';
  return 'other';
}
