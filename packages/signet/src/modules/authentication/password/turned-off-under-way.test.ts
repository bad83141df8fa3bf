import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  finishedAccount,
  goodPassword,
  must,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { type RecoveryWorld, recoveryWorld } from '../../../../../../test/support/worlds/recovery-world.ts';
import { Redacted, seconds } from '../../../kernel/index.ts';
import { derivePassword } from './password-hash.ts';

vi.mock('./password-hash.ts', async (original) => {
  const real = await original<typeof import('./password-hash.ts')>();
  return { ...real, derivePassword: vi.fn(real.derivePassword) };
});

let world: RecoveryWorld;
beforeAll(async () => {
  world = await recoveryWorld();
});
afterAll(() => world.close());

it('B16: attack, a thief signs in at the moment of "this was not me": the password stays off, and they are out', async () => {
  const ana = await finishedAccount(world, 'under-way@mail.example');
  world.clock.advance(seconds(1));
  const stolen = `${goodPassword}, and more`;
  must(await world.authentication.password.set(ana.presence, { password: new Redacted(stolen) }));
  const mail = (await world.mailTo(ana.email)).findLast(({ subject }) =>
    /password was changed/.test(subject),
  );
  const [, token = ''] = /\/not-me\/([\w-]{43})/.exec(mail?.text ?? '') ?? [];
  const { derivePassword: real } =
    await vi.importActual<typeof import('./password-hash.ts')>('./password-hash.ts');
  vi.mocked(derivePassword).mockImplementationOnce(async (...judging) => {
    expect(await world.recovery.disavow(token)).toBe('authenticator'); // while the right password is being judged
    return real(...judging);
  });
  expect((await withPassword(world, ana.email, stolen)).ok).toBe(false);
  const person = ana.presence.session.person;
  expect(person && (await world.authentication.authenticators.of(person))).toMatchObject({ password: false });
  expect((await withPassword(world, ana.email, stolen)).ok).toBe(false);
});
