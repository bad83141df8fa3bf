import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../../../../..');
const source = 'packages/signet/src';
const table = `${source}/modules/evidence/kinds.ts`;
const authorities = `${source}/modules/records/ports.ts`;

/** A whole row, of a kind of which the rest of the house knows nothing yet. */
const mobileLicense = `
  'mobile-license': {
    ...license,
    ratedAs: 'mobile-drivers-license',
    captures: { presentation: license.captures.front },
    portraitIn: 'presentation',
    problems: ['no-signature'],
    record: 'license-directory',
    createReader: () => ({ read: () => Promise.reject(new Error('only its type is looked at')) }),
  },`;

let house: string;

/** The product's modules and pages as they are, where a line may be added to a table. */
beforeAll(async () => {
  house = await mkdtemp(path.join(tmpdir(), 'signet-new-kind-'));
  await mkdir(path.join(house, source), { recursive: true });
  for (const part of ['kernel', 'platform', 'modules', 'web']) {
    await cp(path.join(repository, source, part), path.join(house, source, part), {
      recursive: true,
      filter: (file) => !/\.test\.tsx?$/.test(file),
    });
  }
  for (const file of ['tsconfig.json', 'package.json', 'packages/signet/package.json']) {
    await cp(path.join(repository, file), path.join(house, file));
  }
  const tableAlone = { extends: './tsconfig.json', files: [table], include: [], exclude: [] };
  await writeFile(path.join(house, 'tsconfig.table.json'), JSON.stringify(tableAlone));
  await symlink(path.join(repository, 'node_modules'), path.join(house, 'node_modules'));
}, 60_000);
afterAll(() => rm(house, { recursive: true }));

interface Added {
  readonly to: string;
  readonly before: string;
  readonly line: string;
}

/** What the compiler says of the house with lines added before others, one error a line. */
const errorsWith = (...added: readonly Added[]) => errorsIn('tsconfig.json', added);

/** Of the table alone, with what it imports: a tenth of the work, where nothing else can be wrong. */
const errorsInTable = (...added: readonly Added[]) => errorsIn('tsconfig.table.json', added);

async function errorsIn(config: string, added: readonly Added[]): Promise<readonly string[]> {
  const originals = await Promise.all(added.map(({ to }) => readFile(path.join(house, to), 'utf8')));
  try {
    for (const { to, before, line } of added) {
      const text = await readFile(path.join(house, to), 'utf8');
      if (!text.includes(before)) throw new Error(`${to} has no ${before}`);
      await writeFile(path.join(house, to), text.replace(before, `${line}\n${before}`));
    }
    return await compile(config);
  } finally {
    await Promise.all(added.map(({ to }, index) => writeFile(path.join(house, to), originals[index] ?? '')));
  }
}

async function compile(config: string): Promise<readonly string[]> {
  const tsc = path.join(repository, 'node_modules/typescript/bin/tsc');
  const known = ['--incremental', '--tsBuildInfoFile', path.join(house, `${config}.known`)]; // of the time before
  const compiled = promisify(execFile)(
    process.execPath,
    [tsc, '-p', path.join(house, config), '--pretty', 'false', ...known],
    { cwd: house, maxBuffer: 10_000_000 },
  );
  const said = await compiled.catch((failed: { stdout: string }) => failed);
  return said.stdout.split('\n').filter((line) => line.includes('error TS'));
}

const kind = (line: string) => ({ to: table, before: '} as const satisfies', line });

/** The files of which the compiler says something that names `what`. */
const naming = (errors: readonly string[], what: string) =>
  errors.filter((error) => error.includes(what)).map((error) => error.slice(source.length + 1).split('(')[0]);

describe('finding H2: what a new kind of evidence still lacks is named by the compiler', {
  timeout: 180_000,
}, () => {
  it('nothing is missing of the kinds that there are', async () => {
    expect(await errorsWith()).toEqual([]);
  });

  it('in its own folder: what is captured, how it is read, what is compared, who answers, how it expires', async () => {
    const errors = await errorsWith(
      kind("  'mobile-license': { form: 'document', ratedAs: 'mobile-drivers-license' },"),
    );
    for (const part of [
      'captures',
      'portraitIn',
      'createReader',
      'problems',
      'compared',
      'acceptsIssuer',
      'expiryOn',
      'record',
    ]) {
      expect(naming(errors, part), part).not.toEqual([]);
    }
  });

  it('finding P1: how each of its photos is judged while the card is still in the hand', async () => {
    const errors = await errorsInTable(
      kind(
        "  passport: { ...license, captures: { page: { by: 'photo', needs: license.captures.front.needs } } },",
      ),
    );
    expect(naming(errors, 'judgeAtOnce')).toContain('modules/evidence/kinds.ts');
  });

  it('its strength, where assurance does not rate it', async () => {
    const errors = await errorsInTable(kind("  'military-id': { ...license, ratedAs: 'military-id' },"));
    expect(naming(errors, `Type '"military-id"' is not assignable`)).toContain('modules/evidence/kinds.ts');
  });

  it('everywhere else: its authority, its reasons, its pages and its words', async () => {
    const errors = await errorsWith(kind(mobileLicense));
    expect(naming(errors, 'license-directory')).toContain('modules/proofing/findings/inputs.ts');
    expect(naming(errors, `'"mobile-license"' is missing`)).toEqual(
      expect.arrayContaining([
        'modules/proofing/adjudication/document-reasons.ts',
        'web/proofing/capture/photo-words.ts',
      ]),
    );
    expect(naming(errors, 'presentation')).toEqual(
      expect.arrayContaining(['web/proofing/step-pages.ts', 'web/proofing/outcome/decision-pages.tsx']),
    );
    // what was said of licenses on phones while they were not taken is over
    expect(naming(errors, "mobile-license'' does not exist")).toEqual([
      'web/proofing/answers/document-question.tsx',
    ]);
  });

  it('and of a new authority: what it finds, how it is asked, how its answer is judged and kept', async () => {
    const errors = await errorsWith(kind(mobileLicense), {
      to: authorities,
      before: "  readonly 'motor-vehicles': MotorVehicleRecords;",
      line: "  readonly 'license-directory': MotorVehicleRecords;",
    });
    expect(naming(errors, 'license-directory')).toEqual(
      expect.arrayContaining([
        'modules/proofing/findings/findings.ts',
        'modules/proofing/findings/inputs.ts',
        'modules/proofing/findings/finding-format.ts',
        'modules/proofing/checks/perform-check.ts',
        'modules/proofing/adjudication/adjudicator.ts',
      ]),
    );
  });
});
