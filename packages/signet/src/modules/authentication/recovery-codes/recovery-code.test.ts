import { expect, it } from 'vitest';
import { newId, type PersonId } from '../../../kernel/index.ts';
import { newRecoveryCode, readRecoveryCode, recoveryCodeParts } from './recovery-code.ts';

it('B14: has 80 bits in four groups of four, without letters that look alike (finding P10)', () => {
  const codes = Array.from({ length: 200 }, () => newRecoveryCode().reveal());
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(codes).size).toBe(200);
});

it.each(['7k3q-zxd1-0ab1-defg', '7K3QZXD10AB1DEFG', ' 7k3q zxdi oabI defg ', '7k3q–zxdl–0abL–defg'])(
  'is read however it is typed: %j',
  (typed) => {
    expect(readRecoveryCode(typed)?.reveal()).toBe('7K3Q-ZXD1-0AB1-DEFG');
  },
);

it.each(['', '7K3Q', '7K3Q-ZXD1-0AB1-DEFGX', '7K3Q-ZXD1-0AB1-DEFU', 'ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ'])(
  'is not read from %j',
  (typed) => expect(readRecoveryCode(typed)).toBeUndefined(),
);

it('proves, finds and opens by three values that do not lead to each other or to another person', () => {
  const code = newRecoveryCode();
  const [one, other] = [newId<PersonId>(), newId<PersonId>()].map((person) =>
    recoveryCodeParts(person, code),
  );
  const values = [one, other].flatMap((parts) =>
    parts ? [parts.lookup, parts.verifier, Buffer.from(parts.vaultSecret.reveal())] : [],
  );
  expect(new Set(values.map((value) => value.toString('hex'))).size).toBe(6);
});
