import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderLicenseFor } from '../../../../../../sandbox/documents/index.ts';
import { sandboxPeople } from '../../../../../../sandbox/people/people.ts';
import type { FaceComparison } from '../face.ts';
import { createFaceMatcher, judgeSimilarity } from '../index.ts';
import { pinnedModels } from './face-models.ts';

const faces = new URL('../../../../../../sandbox/faces/', import.meta.url);
const face = (name: string) => readFile(new URL(`${name}.jpg`, faces));
const matcher = createFaceMatcher();

async function similarity(document: Buffer, selfie: Buffer): Promise<number> {
  const result = await matcher.compare({ document, selfie });
  if (!result.ok) throw new Error(`${result.image}: ${result.problem}`);
  return result.similarity;
}

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8a7a66' } });

const [holder] = sandboxPeople;
if (!holder) throw new Error('the sandbox is empty');
const license = renderLicenseFor(holder, await face('p02_0'), { rotateDegrees: 0 }).then(
  ({ front }) => front,
);

describe('the same person', () => {
  it('is accepted from a photo of the whole license, with what was found and how long it took', async () => {
    const result = await matcher.compare({ document: await license, selfie: await face('p02_1') });
    if (!result.ok) throw new Error(result.problem);
    expect(judgeSimilarity(result.similarity)).toBe('accept');
    expect(result.liveness).toBeGreaterThanOrEqual(0);
    expect(result.liveness).toBeLessThanOrEqual(1);
    expect(result.portraitFace.x).toBeGreaterThan(212); // the portrait's frame on the card
    expect(result.portraitFace.x + result.portraitFace.width).toBeLessThan(640);
    expect(Object.keys(result.stages)).toContain('portrait');
  });

  it.each([90, 180, 270])('is accepted from a license that lies turned by %i degrees', async (degrees) => {
    const turned = await sharp(await license)
      .rotate(degrees)
      .jpeg()
      .toBuffer();
    const result = await matcher.compare({ document: turned, selfie: await face('p02_1') });
    if (!result.ok) throw new Error(result.problem);
    expect(judgeSimilarity(result.similarity)).toBe('accept');
    // The box is told in the photo as it was given: the pixels there, turned back, show an upright face.
    const { x, y, width, height } = result.portraitFace;
    const cut = {
      left: Math.round(x),
      top: Math.round(y),
      width: Math.round(width),
      height: Math.round(height),
    };
    const grown = await sharp(await sharp(turned).extract(cut).toBuffer())
      .rotate(360 - degrees)
      .extend({ top: 80, bottom: 80, left: 80, right: 80, extendWith: 'mirror' })
      .jpeg()
      .toBuffer();
    expect(judgeSimilarity(await similarity(grown, await face('p02_1')))).toBe('accept');
  });

  it('is accepted from a card that fills a third of a large photo', async () => {
    const card = await sharp(await license)
      .resize(1000)
      .toBuffer();
    const photo = await blank(3000, 2250)
      .composite([{ input: card, left: 1700, top: 1300 }])
      .jpeg()
      .toBuffer();
    expect(judgeSimilarity(await similarity(photo, await face('p02_1')))).toBe('accept');
  });

  it('is accepted in a mirrored selfie, as front cameras make them, with nearly the same similarity', async () => {
    const selfie = await face('p02_1');
    const straight = await similarity(await face('p02_0'), selfie);
    const mirrored = await similarity(await face('p02_0'), await sharp(selfie).flop().jpeg().toBuffer());
    expect(Math.abs(straight - mirrored)).toBeLessThan(0.08);
    expect(judgeSimilarity(mirrored)).toBe('accept');
  });

  it('is accepted in a selfie whose pixels lie on their side and whose EXIF says so', async () => {
    const onItsSide = await sharp(await face('p02_1'))
      .rotate(270)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(judgeSimilarity(await similarity(await face('p02_0'), onItsSide))).toBe('accept');
  });
});

describe('finding D10: a selfie that lies on its side or its head, with nothing that says so', () => {
  it.each([90, 180, 270])('is turned by %i degrees and accepted', async (degrees) => {
    const turned = await sharp(await face('p02_1'))
      .rotate(degrees)
      .jpeg()
      .toBuffer();
    const result = await matcher.compare({ document: await face('p02_0'), selfie: turned });
    if (!result.ok) throw new Error(result.problem);
    expect(judgeSimilarity(result.similarity)).toBe('accept');
    expect(result.selfieFace.x).toBeGreaterThanOrEqual(0); // in the picture as it was given
  });

  it.each([90, 180])('attack: somebody else turned by %i degrees stays somebody else', async (degrees) => {
    const turned = await sharp(await face('p08_1'))
      .rotate(degrees)
      .jpeg()
      .toBuffer();
    expect(judgeSimilarity(await similarity(await license, turned))).toBe('reject');
  });
});

describe('somebody else', () => {
  it.each([
    ['p02_0', 'p12_3'],
    ['p12_0', 'p02_1'],
    ['p05_0', 'p04_3'],
    ['p01_0', 'p10_2'],
  ])('attack: the near likeness %s / %s is not accepted', async (document, selfie) => {
    expect(judgeSimilarity(await similarity(await face(document), await face(selfie)))).not.toBe('accept');
  });

  it('attack: a stranger is refused outright', async () => {
    expect(judgeSimilarity(await similarity(await license, await face('p08_1')))).toBe('reject');
  });
});

describe('pictures that cannot be compared', () => {
  const problem = async (document: Buffer, selfie: Buffer): Promise<FaceComparison> =>
    matcher.compare({ document, selfie });

  it('say that there is no face, and in which picture', async () => {
    const empty = await blank(640, 480).jpeg().toBuffer();
    expect(await problem(empty, await face('p02_1'))).toEqual({
      ok: false,
      image: 'portrait',
      problem: 'no-face',
    });
    expect(await problem(await face('p02_0'), empty)).toEqual({
      ok: false,
      image: 'selfie',
      problem: 'no-face',
    });
  });

  it('attack: a selfie of two people is not matched to whichever of them fits', async () => {
    const together = await blank(960, 640)
      .composite([
        { input: await face('p02_1'), left: 0, top: 0 },
        { input: await face('p08_1'), left: 480, top: 0 },
      ])
      .jpeg()
      .toBuffer();
    expect(await problem(await face('p02_0'), together)).toMatchObject({
      image: 'selfie',
      problem: 'several-faces',
    });
  });

  it('a passer-by far behind does not spoil a selfie', async () => {
    const passerBy = await sharp(await face('p08_1'))
      .resize(110)
      .toBuffer();
    const selfie = await blank(640, 640)
      .composite([{ input: await face('p02_1') }, { input: passerBy, left: 500, top: 40 }])
      .jpeg()
      .toBuffer();
    expect(judgeSimilarity(await similarity(await face('p02_0'), selfie))).toBe('accept');
  });

  it('a ghost image on the card does not make it two people', async () => {
    const ghost = await sharp(await face('p02_0'))
      .resize(110)
      .modulate({ saturation: 0.2 })
      .toBuffer();
    const card = await sharp(await license)
      .composite([{ input: ghost, left: 1500, top: 640 }])
      .jpeg()
      .toBuffer();
    expect(judgeSimilarity(await similarity(card, await face('p02_1')))).toBe('accept');
  });

  it.each([0.45, 0.6])('finding D11: nor does a ghost image of %f of its size', async (share) => {
    const portrait = await face('p02_0');
    const { width = 0 } = await sharp(portrait).metadata();
    const ghost = await sharp(portrait)
      .resize(Math.round(width * share))
      .modulate({ saturation: 0.2, brightness: 1.15 })
      .toBuffer();
    const card = await blank(1400, 900)
      .composite([
        { input: portrait, left: 60, top: 150 },
        { input: ghost, left: 950, top: 300 },
      ])
      .jpeg()
      .toBuffer();
    expect(judgeSimilarity(await similarity(card, await face('p02_1')))).toBe('accept');
  });

  it('attack: somebody else’s picture in the place of a ghost image makes it two people', async () => {
    const card = await blank(1400, 900)
      .composite([
        { input: await face('p02_0'), left: 60, top: 150 },
        {
          input: await sharp(await face('p08_1'))
            .resize(300)
            .toBuffer(),
          left: 950,
          top: 300,
        },
      ])
      .jpeg()
      .toBuffer();
    expect(await problem(card, await face('p02_1'))).toMatchObject({
      image: 'portrait',
      problem: 'several-faces',
    });
  });

  it('say that the face is too small, in either picture', async () => {
    const small = await sharp(await face('p02_0'))
      .resize(160)
      .jpeg()
      .toBuffer();
    const far = await sharp(await face('p02_1'))
      .resize(160)
      .jpeg()
      .toBuffer();
    expect(await problem(small, await face('p02_1'))).toMatchObject({
      image: 'portrait',
      problem: 'face-too-small',
    });
    expect(await problem(await face('p02_0'), far)).toMatchObject({
      image: 'selfie',
      problem: 'face-too-small',
    });
  });

  it('attack: bytes that are no image are a stable fault, not a crash', async () => {
    await expect(problem(Buffer.from('GIF89a;'), await face('p02_1'))).rejects.toMatchObject({
      code: 'face-image-unreadable',
    });
  });
});

describe('the models', () => {
  it('attack: a model file with one byte changed is never loaded', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'face-model-'));
    try {
      const { feature } = pinnedModels();
      const bytes = await readFile(feature.path);
      bytes.writeUInt8(bytes.readUInt8(100_000) ^ 1, 100_000);
      const altered = path.join(folder, 'altered.onnx');
      await writeFile(altered, bytes);
      const tampered = createFaceMatcher({ models: { feature: { ...feature, path: altered } } });
      const images = { document: await face('p02_0'), selfie: await face('p02_1') };
      await expect(tampered.compare(images)).rejects.toMatchObject({ code: 'face-model-altered' });
      await expect(tampered.compare(images)).rejects.toMatchObject({ code: 'face-model-altered' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('a model that is not there is a stable fault', async () => {
    const gone = createFaceMatcher({ models: { detect: { path: '/nowhere/detect.onnx', sha256: '00' } } });
    const images = { document: await face('p02_0'), selfie: await face('p02_1') };
    await expect(gone.compare(images)).rejects.toMatchObject({ code: 'face-model-unreadable' });
  });

  it('are found from a bundle that keeps packages external', async () => {
    const outfile = path.resolve('node_modules/.cache', `face-matcher-${randomUUID()}.mjs`);
    try {
      await build({
        entryPoints: ['packages/signet/src/modules/biometrics/index.ts'],
        bundle: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
        outfile,
      });
      const bundled: typeof import('../index.ts') = await import(pathToFileURL(outfile).href);
      const result = await bundled
        .createFaceMatcher()
        .compare({ document: await face('p02_0'), selfie: await face('p02_1') });
      expect(result.ok).toBe(true);
    } finally {
      await rm(outfile, { force: true });
    }
  });
});
