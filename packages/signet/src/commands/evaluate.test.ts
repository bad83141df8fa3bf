import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'signet-evaluate-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('a key that cannot sign is refused before anything is measured', async () => {
  const key = path.join(folder, 'laboratory');
  await evaluate.read(['key', key])?.({} as never);
  const report = path.join(folder, 'report.json');
  const nowhere = path.join(folder, 'no-documents'); // measuring would end here, with `corpus-unreadable`
  const measure = (file: string) =>
    evaluate.read(['--key', file, '--report', report, '--documents', nowhere])?.({} as never);
  await expect(measure(`${key}.pub`)).rejects.toMatchObject({ code: 'bad-evaluator-key' });
  await expect(measure(key)).rejects.toMatchObject({ code: 'corpus-unreadable' });
});
