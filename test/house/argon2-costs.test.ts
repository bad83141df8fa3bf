import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const product = path.join(import.meta.dirname, '..', '..', 'packages', 'signet', 'src', 'kernel');

it('B3: passwords and numbers cost what the design says, in the file that programs are built from', () => {
  const program = `console.log(JSON.stringify(await import('./argon2-costs.ts')))`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: product,
    encoding: 'utf8',
  });
  expect(JSON.parse(said)).toEqual({
    passwordCost: { memoryKib: 19_456, passes: 2 },
    guessableCost: { memoryKib: 65_536, passes: 3 },
  });
});
