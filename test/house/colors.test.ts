import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../support/repository.ts';

/** Each site's styles, and the one file of them that names colors, in light and in dark. */
const sites = [
  ['Signet', 'packages/signet/src/web/ui/css/*.css', 'packages/signet/src/web/ui/css/tokens.css'],
  ['the Department of Revenue', 'agencies/revenue/ui/styles/*.css', 'agencies/revenue/ui/styles/page.css'],
  [
    'the Veterans Benefits Office',
    'agencies/benefits/ui/styles/*.css',
    'agencies/benefits/ui/styles/page.css',
  ],
  ['the sandbox', 'sandbox/pages/assets/*.css', 'sandbox/pages/assets/page.css'],
] as const;

/** The same in light and in dark, each for a reason. */
const fixed: readonly RegExp[] = [
  /\.signet-qr|\.signet-camera__preview img/, // a code is scanned, and a document looked at, on white
  /\.signet-camera__guide|\.camera-view|\.portrait\b/, // over a picture, or the ground of one
  /\.masthead\b|\.hero\b|\.hero-note|\.button-on-dark:hover/, // on the department's green
  /::backdrop/,
];

/** `selector { color }` of each color that is not a token's. */
function colorsOutsideTokens(file: string): string[] {
  const css = readFileSync(path.join(repository, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  return [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) =>
    body
      .split(';')
      .filter((line) => !/^\s*--/.test(line) && /#[0-9a-f]{3,8}\b|\brgba?\(/i.test(line))
      .filter(() => !fixed.some((one) => one.test(selector)))
      .map((line) => `${file}: ${selector.trim()} {${line.trim()}}`),
  );
}

/** The tokens of a block that are colors. */
const tokensOf = (block: string): string[] =>
  [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{3,8}|rgba?\()/gi)].map(([, name = '']) => name);

describe.each(sites)('finding P15: %s in dark', (_, styles, tokens) => {
  const css = readFileSync(path.join(repository, tokens), 'utf8');
  const [, light = '', dark = ''] =
    /:root \{(.*?)\n\}.*?@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{(.*?)\n {2}\}/s.exec(
      css,
    ) ?? [];

  it('has its own value for the ink, the paper and every color between', () => {
    expect(light).toContain('color-scheme: light dark');
    const left = tokensOf(light).filter((name) => !tokensOf(dark).includes(name));
    const onBoth = /^--(band|on-band|camera|gold|on-gold|pine|saffron|foot|on-foot)$/; // a color of the site itself
    expect(left.filter((name) => !onBoth.test(name))).toEqual([]);
    expect(tokensOf(dark).filter((name) => !tokensOf(light).includes(name))).toEqual([]);
  });

  it('takes every color from there, on a screen and not on paper', () => {
    const files = globSync(styles, { cwd: repository });
    expect(files.length).toBeGreaterThan(2);
    expect(files.flatMap(colorsOutsideTokens)).toEqual([]);
    for (const file of files) {
      const media =
        readFileSync(path.join(repository, file), 'utf8').match(/@media[^{]*color-scheme[^{]*/g) ?? [];
      expect(media.filter((one) => !one.startsWith('@media screen and'))).toEqual([]);
    }
  });
});
