/** A photo says of itself what stands in a page or two. Compressed, that is far below this. */
const mostTexts = { chunks: 32, bytes: 128 * 1024 };

/** What a decoder inflates before it looks at a single pixel (PNG third edition, section 11.3.3). */
const texts = new Set(['zTXt', 'iTXt', 'tEXt']);

const signature = 8;
/** Length, type and checksum of a chunk. */
const frame = 12;

/**
 * Whether a PNG carries more texts than a photo does: ten kilobytes of them inflate to ten megabytes, and a file has room for
 * thousands. Goes from chunk to chunk by their lengths and reads nothing else.
 */
export function hasManyTexts(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [chunks, inTexts] = [0, 0];
  for (let at = signature; at + frame <= file.length; ) {
    const length = file.readUInt32BE(at);
    if (texts.has(file.toString('latin1', at + 4, at + 8))) {
      chunks += 1;
      inTexts += length;
    }
    if (chunks > mostTexts.chunks || inTexts > mostTexts.bytes) return true;
    at += frame + length;
  }
  return false;
}
