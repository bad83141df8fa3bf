import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderLicenseFor } from '../../../../../../sandbox/documents/index.ts';
import { sandboxPeople } from '../../../../../../sandbox/people/people.ts';
import { createFaceMatcher, judgeSimilarity } from '../index.ts';

const faces = new URL('../../../../../../sandbox/faces/', import.meta.url);
const matcher = createFaceMatcher();

const [holder] = sandboxPeople;
if (!holder) throw new Error('the sandbox is empty');
const portrait = readFile(new URL('p02_0.jpg', faces));
const card = portrait.then(
  async (face) => (await renderLicenseFor(holder, face, { rotateDegrees: 0 })).front,
);

/** The portrait out of the photo of the card, as a thief of the card cuts and enlarges it. */
async function cutOut(): Promise<Sharp> {
  const found = await matcher.compare({ document: await card, selfie: await portrait });
  if (!found.ok) throw new Error(found.problem);
  const { x, y, width, height } = found.portraitFace;
  const margin = Math.round(width * 0.3);
  return sharp(await card)
    .extract({
      left: Math.round(x) - margin,
      top: Math.round(y) - margin,
      width: Math.round(width) + 2 * margin,
      height: Math.round(height) + 2 * margin,
    })
    .resize({ width: 720 });
}

describe('finding S8: attack, the portrait on the card comes back as the selfie', () => {
  it.each([
    ['enlarged', (cut: Sharp) => cut],
    ['blurred', (cut: Sharp) => cut.blur(2)],
    ['tilted', (cut: Sharp) => cut.rotate(4, { background: '#8a7a66' })],
    ['compressed anew', (cut: Sharp) => cut.jpeg({ quality: 45 })],
  ])('%s: a person looks', async (_, how) => {
    const selfie = await how(await cutOut())
      .jpeg()
      .toBuffer();
    const result = await matcher.compare({ document: await card, selfie });
    if (!result.ok) throw new Error(`${result.image}: ${result.problem}`);
    expect(judgeSimilarity(result.similarity)).toBe('one-picture');
  });
});

it('finding S8: people of the sandbox, with their own portrait and selfie, are not taken for it', async () => {
  const people = sandboxPeople.filter(({ portrait, selfie }) => portrait.slice(0, 3) === selfie.slice(0, 3));
  const seen = new Set<string>();
  for (const { portrait, selfie } of people) {
    if (seen.has(selfie)) continue;
    seen.add(selfie);
    const [document, own] = await Promise.all(
      [portrait, selfie].map((name) => readFile(new URL(`${name}.jpg`, faces))),
    );
    const result = await matcher.compare({ document: document as Buffer, selfie: own as Buffer });
    expect(result.ok && judgeSimilarity(result.similarity), selfie).toBe('accept');
  }
});
