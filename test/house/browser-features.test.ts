import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { buildTargets } from '../../scripts/oldest-browsers.ts';
import { isKnown, missingIn, olderThanTable } from '../support/browser/features.ts';
import { styleFeatures } from '../support/browser/style-features.ts';
import { repository } from '../support/repository.ts';

const files = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: repository, exclude: (name) => /node_modules|dist/.test(name) });
const read = (file: string): string => readFileSync(path.join(repository, file), 'utf8');

const styles = files('{packages,agencies,sandbox}/**/*.css');
/** Sent as they are written. */
const sentScripts = files('{packages,agencies,sandbox}/**/*.js');
/** Lowered by the build, which knows syntax and no more. */
const builtScripts = files('packages/signet/src/web/client/**/*.ts').filter(
  (file) => !file.endsWith('.test.ts'),
);

/** What a browser without it leaves out, and nobody misses. */
const notMissed: Readonly<Record<string, string>> = {
  'property text-wrap': 'lines are broken less evenly',
  'property text-size-adjust': 'only browsers that enlarge text by themselves have it',
  'property forced-color-adjust': 'where there are no forced colors there is nothing to adjust',
  'property user-select': 'a code is chosen by hand, or with the button beside it',
  'value cursor: pointer': 'a telephone has no cursor',
  'value cursor: progress': 'a telephone has no cursor',
  'attribute autocapitalize': 'only keyboards on a screen write capitals by themselves',
  'attribute capture': 'only telephones have a camera of their own',
  'attribute autofocus': 'of what is no field only since Safari 16.4 on iOS; role=alert stands beside it',
  'script playsInline': 'only telephones would play a video on a page of its own',
  'script camera': 'a name of our own',
  'script first': 'a name of our own, and of the PRF extension, which not every browser has to have',
  'script results': 'a name of the PRF extension, which not every browser has to have',
  'script take': 'a name of our own',
  'script takePhoto': 'a name of our own',
};

/** Written as elements and attributes of their own, by the server. */
const pages = files('{packages,agencies,sandbox}/**/*.tsx').filter((file) => !/\.test\.tsx$/.test(file));

const newerThanBrowsers = (features: Iterable<string>): string[] =>
  [...features]
    .filter((feature) => !(feature in notMissed))
    .map((feature) => ({ feature, missing: missingIn(feature) }))
    .filter(({ missing }) => missing.length > 0)
    .map(({ feature, missing }) => `${feature}: not in ${missing.join(', ')}`);

/** Every name that a script uses of something else, and every global one that is a class. */
function scriptNames(source: string): Set<string> {
  const code = source
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ' ')
    .replace(/import type [^;]*;|'[^'\n]*'|"[^"\n]*"/g, "''");
  const members = [...code.matchAll(/\.\s*([A-Za-z]\w*)/g), ...code.matchAll(/\b([A-Z]\w+)\b/g)];
  return new Set(members.map(([, name]) => `script ${name}`));
}

/** Every element that a page is written with, and every attribute. */
function markupNames(source: string): Set<string> {
  const elements = [...source.matchAll(/<([a-z][a-z0-9]*)(?=[\s>])/g)].map(([, name]) => `element ${name}`);
  const attributes = [...source.matchAll(/\s([a-z-]+)(?==["{])|\s(autofocus|inert|popover)(?=[\s>])/g)].map(
    ([, name, alone]) => `attribute ${name ?? alone}`,
  );
  return new Set([...elements, ...attributes]);
}

describe('finding B-7: the oldest browsers that the pages are made for', () => {
  it('are no older than the table of features', () => {
    expect(olderThanTable()).toEqual([]);
  });

  it.each(styles)('know all that %s asks', (file) => {
    const features = styleFeatures(read(file));
    expect(newerThanBrowsers(features)).toEqual([]);
    const unknown = [...features].filter(
      (feature) => /^(property|selector|at-rule)/.test(feature) && !isKnown(feature),
    );
    expect(unknown, 'in no browser, or newer than features.tsv').toEqual([]);
  });

  it.each([...sentScripts, ...builtScripts])('know all that %s calls', (file) => {
    expect(newerThanBrowsers(scriptNames(read(file)))).toEqual([]);
  });

  it('know all elements and attributes that pages are written with', () => {
    expect(pages.length).toBeGreaterThan(100);
    const faults = pages.flatMap((file) =>
      newerThanBrowsers(markupNames(read(file))).map((fault) => `${file} ${fault}`),
    );
    expect(faults).toEqual([]);
    const newer = newerThanBrowsers(markupNames('<search><button popovertarget="a" /></search>'));
    expect(newer.join()).toMatch(/element search.*attribute popovertarget/);
  });

  it.each(sentScripts)('know the syntax of %s', async (file) => {
    const as = async (target: string | string[]) => (await transform(read(file), { target })).code;
    expect(await as(buildTargets)).toBe(await as('esnext'));
  });

  it.each(builtScripts.concat(sentScripts))('are asked for no selector that they lack in %s', (file) => {
    const selectors = [
      ...read(file).matchAll(/(?:querySelector(?:All)?|closest|matches)(?:<\w+>)?\(\s*(['"`])(.*?)\1/g),
    ];
    const features = selectors.flatMap(([, , selector = '']) => [...styleFeatures(`${selector} {}`)]);
    expect(newerThanBrowsers(features)).toEqual([]);
  });

  it.each([
    ['.a:has(.b) { color: red }', 'selector has'],
    ['.a { color: light-dark(red, blue) }', 'function light-dark'],
    ['.a { border-color: color-mix(in srgb, red, blue) }', 'function color-mix'],
    ['.a { .b { color: red } }', 'selector nesting'],
    ['.a { anchor-name: --b }', 'property anchor-name'],
    ['@scope (.a) { .b { color: red } }', 'at-rule scope'],
  ])('this test sees %s', (css, feature) => {
    expect(newerThanBrowsers(styleFeatures(css)).join()).toContain(`${feature}: not in`);
  });

  it('this test sees a call that is too new, and nothing in what is guarded or has a fallback', () => {
    expect(newerThanBrowsers(scriptNames('list.toSorted(); dialog.requestClose()'))).toHaveLength(2);
    expect(newerThanBrowsers(styleFeatures('@supports (a: b) { .a:has(b) { color: red } }'))).toEqual([]);
    const fallback = '.a { color: red; color: light-dark(red, blue) }';
    expect(newerThanBrowsers(styleFeatures(fallback))).toEqual([]);
  });
});
