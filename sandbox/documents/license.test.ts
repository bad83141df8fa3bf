import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { findPerson, sandboxPeople } from '../people/people.ts';
import type { SandboxPerson } from '../people/person.ts';
import { aamvaData } from './aamva.ts';
import { alder, larch } from './issuer.ts';
import { renderLicense } from './license.ts';
import { asPrinted } from './transliterate.ts';

// The reader would fetch its WebAssembly over the network: give it the file from the package.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } });

function named(id: string): SandboxPerson {
  const person = findPerson(id);
  if (!person) throw new Error(`No sandbox person ${id}`);
  return person;
}

/** The decoded text of the first PDF417 in a photo that is turned by no more than zxing's own tolerance. */
async function decoded(photo: Buffer): Promise<string | undefined> {
  const found = await readBarcodes(photo, { formats: ['PDF417'], textMode: 'Plain', tryHarder: true });
  return found[0]?.text;
}

/** Data elements by following the designators as a reader must: offset and length of the holder's subfile (D1). */
function elementsByOffset(data: string, type = 'DL'): Map<string, string> {
  const [offset, length] = [Number(data.slice(23, 27)), Number(data.slice(27, 31))];
  const subfile = data.slice(offset, offset + length);
  expect(data.slice(21, 23)).toBe(type);
  expect(subfile.startsWith(type)).toBe(true);
  expect(subfile.endsWith('\r')).toBe(true);
  const lines = subfile.slice(2, -1).split('\n');
  return new Map(lines.map((line) => [line.slice(0, 3), line.slice(3)]));
}

describe('the specimen license', () => {
  it('D1: the barcode on the photographed back decodes to the person, found by its offsets', async () => {
    const person = named('jose-nunez-ortiz');
    const { back } = await renderLicense(person, { rotateDegrees: 0.5 });
    const text = (await decoded(back)) ?? '';
    expect(text).toBe(aamvaData(person));
    const elements = elementsByOffset(text);
    expect(elements.get('DCS')).toBe('NUNEZ-ORTIZ');
    expect(elements.get('DAC')).toBe('JOSE');
    expect(elements.get('DBB')).toBe('11021989');
    expect(elements.get('DAQ')).toBe(person.license.number);
    expect(elements.get('DAG')).toBe('77 ALAMEDA DEL RIO APT 3');
    expect(elements.get('DAK')).toHaveLength(11);
  }, 20_000);

  it('D1: header, versions and both subfile designators are right for every person', () => {
    for (const person of sandboxPeople) {
      const data = aamvaData(person);
      const { issuer = 'alder', isIdCard = false } = person.license;
      const { issuerId, code } = { alder, larch }[issuer];
      expect(data.slice(0, 21)).toBe(`@\n\x1e\rANSI ${issuerId}100102`);
      const elements = elementsByOffset(data, isIdCard ? 'ID' : 'DL');
      expect(elements.get('DCS')).toBe(asPrinted(person.familyName));
      expect(elements.has('DCA')).toBe(!isIdCard);
      const [offset, length] = [Number(data.slice(33, 37)), Number(data.slice(37, 41))];
      expect(data.slice(offset, offset + length)).toBe(`${code}${code}ASPECIMEN\r`);
      expect(offset + length).toBe(data.length);
    }
  });

  it('D2: a test may ask for another AAMVA version, other elements, or none', () => {
    const ana = named('ana-rivera');
    expect(aamvaData(ana, {}, 99).slice(15, 17)).toBe('99');
    const elements = elementsByOffset(aamvaData(ana, { DBB: '01011990', DAD: null, DCU: 'JR' }));
    expect([elements.get('DBB'), elements.has('DAD'), elements.get('DCU')]).toEqual([
      '01011990',
      false,
      'JR',
    ]);
  });

  it('has no barcode when asked for none, and a JPEG of a known size', async () => {
    const { front, back } = await renderLicense(named('ana-rivera'), { noBarcode: true });
    expect(await decoded(back)).toBeUndefined();
    const { format, width, height } = await sharp(front).metadata();
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1900, height: 1309 });
  }, 20_000);

  it('is the same, byte for byte, at every rendering', async () => {
    const [one, two] = [
      await renderLicense(named('nora-lindgren')),
      await renderLicense(named('nora-lindgren')),
    ];
    expect(one.front.equals(two.front) && one.back.equals(two.back)).toBe(true);
  }, 20_000);
});
