import { expect, it } from 'vitest';
import { newId, type PersonId } from '../../../kernel/index.ts';
import { newRecoveryCode, readRecoveryCode, recoveryCodeParts } from './recovery-code.ts';

it('B14: has 100 bits in four groups of five, without letters that look alike', () => {
  const codes = Array.from({ length: 200 }, () => newRecoveryCode().reveal());
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(new Set(codes).size).toBe(200);
});

it.each([
  '7k3q9-zxd10-0ab1c-defgh',
  '7K3Q9ZXD100AB1CDEFGH',
  ' 7k3q9 zxdio oabIc defgh ',
  '7k3q9–zxdlO–0abLc–defgh',
])('is read however it is typed: %j', (typed) => {
  expect(readRecoveryCode(typed)?.reveal()).toBe('7K3Q9-ZXD10-0AB1C-DEFGH');
});

it.each(['', '7K3Q9', '7K3Q9-ZXD10-0AB1C-DEFGHX', '7K3Q9-ZXD10-0AB1C-DEFGU', 'ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ'])(
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
