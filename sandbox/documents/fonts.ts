import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

/**
 * Public Sans out of its npm package, so that a document looks the same on every machine: system fonts are never
 * asked. Each weight is a family of its own because the package cuts a weight into files by alphabet.
 */
function registered(weight: 400 | 600 | 800): string {
  const families = (['latin', 'latin-ext'] as const).map((alphabet) => {
    const family = `Sandbox ${weight} ${alphabet}`;
    const file = require.resolve(
      `@fontsource/public-sans/files/public-sans-${alphabet}-${weight}-normal.woff2`,
    );
    if (GlobalFonts.registerFromPath(file, family) === null)
      throw new Error(`Could not read the font ${file}`);
    return `"${family}"`;
  });
  return families.join(', ');
}

const families = { regular: registered(400), medium: registered(600), heavy: registered(800) };

export type Weight = keyof typeof families;

/** A canvas font of that size in pixels. */
export function font(size: number, weight: Weight = 'regular'): string {
  return `${size}px ${families[weight]}`;
}
