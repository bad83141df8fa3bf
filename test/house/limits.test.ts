import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bounds, boundsInCode } from '../../scripts/limits/bounds.ts';
import { declaredLimits, isShown, limitsFile, limitsPage, shownLimits } from '../../scripts/limits/page.ts';
import { repository } from '../support/repository.ts';

describe('the page of limits', () => {
  it('docs/limits.md is what the rows say now (if not: npm run limits)', async () => {
    expect(await readFile(limitsFile, 'utf8')).toBe(await limitsPage());
  });

  it('has each name once, and no test names a limit that is not there', async () => {
    const names = (await declaredLimits()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const unknown = (await shownLimits()).filter((shown) => !names.some((name) => isShown(name, [shown])));
    expect(unknown).toEqual([]);
  });

  it('findings S1 to S5: has each row played by a test that names it: the stranger at the limit, and the owner getting through', async () => {
    const shown = await shownLimits();
    const names = (await declaredLimits()).map(({ name }) => name);
    expect(names.filter((name) => !isShown(name, shown))).toEqual([]);
  });

  it('knows every number in the code that bounds something: it has a row, or a reason why it is no limit between people', async () => {
    const reasoned = bounds.flatMap(({ places }) => places).toSorted();
    expect(await boundsInCode()).toEqual(reasoned);
  });

  it('says of each what it leaves to the owner', async () => {
    const lacking = (await declaredLimits()).filter(({ stranger, owner }) => !stranger || !owner);
    expect(lacking).toEqual([]);
  });

  it('knows every limiter: rows are declared in a limits.ts, and no number beside them says how many a time', async () => {
    const files = globSync('packages/signet/src/**/*.{ts,tsx}', { cwd: repository }).filter(
      (file) => !/\.test\.tsx?$|(^|\/)limits\.ts$|kernel\/limit\.ts$/.test(file),
    );
    const found: string[] = [];
    for (const file of files) {
      const text = await readFile(path.join(repository, file), 'utf8');
      const counted = 'attempts|downloads|lookups|mails|recoveries|sends|submissions|texts';
      if (new RegExp(`\\bmost: \\d+, within|limitsOf\\(|\\b(${counted})\\w*( =|:) \\d`).test(text))
        found.push(file);
    }
    expect(found).toEqual([]);
  });
});
