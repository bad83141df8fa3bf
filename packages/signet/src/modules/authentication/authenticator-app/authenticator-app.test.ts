import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
  type FinishedAccount,
  finishedAccount,
  must,
  source,
  totpCode,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { minutes, seconds } from '../../../kernel/index.ts';

let world: AuthenticationWorld;
let number = 0;
let account: FinishedAccount;

beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  number += 1;
  account = await finishedAccount(world, `person${number}@mail.example`);
  world.clock.advance(minutes(2)); // the code that bound the app is long past
});

const code = () => totpCode(account.totpKey, world.clock.now());

describe('the authenticator app', () => {
  it('B7: a code is accepted once, also by two requests at the same moment', async () => {
    const { authentication } = world;
    const [one, two] = [
      must(await withPassword(world, account.email)),
      must(await withPassword(world, account.email)),
    ];
    const both = await Promise.all(
      [one, two].map((each) => authentication.authenticatorApp.verify(each, { code: code(), source })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const third = must(await withPassword(world, account.email));
    expect(await authentication.authenticatorApp.verify(third, { code: code(), source })).toMatchObject({
      ok: false,
    });
    world.clock.advance(seconds(30));
    expect(await authentication.authenticatorApp.verify(third, { code: code(), source })).toMatchObject({
      ok: true,
    });
  });

  it('B7: an older code is not accepted after a newer one', async () => {
    const { authentication } = world;
    const older = code();
    world.clock.advance(seconds(30));
    const first = must(await withPassword(world, account.email));
    must(await authentication.authenticatorApp.verify(first, { code: code(), source }));
    const second = must(await withPassword(world, account.email));
    expect(await authentication.authenticatorApp.verify(second, { code: older, source })).toMatchObject({
      ok: false,
    });
  });

  it('takes a clock that is one step off, with spaces in the code, and not two steps', async () => {
    const { authentication } = world;
    const at = (offset: number) => totpCode(account.totpKey, new Date(world.clock.now().getTime() + offset));
    const presence = must(await withPassword(world, account.email));
    expect(
      await authentication.authenticatorApp.verify(presence, { code: at(-seconds(60)), source }),
    ).toMatchObject({
      ok: false,
    });
    const behind = at(-seconds(30));
    const typed = `${behind.slice(0, 3)} ${behind.slice(3)}`;
    expect(await authentication.authenticatorApp.verify(presence, { code: typed, source })).toMatchObject({
      ok: true,
    });
  });

  it('a second press of the button sends the person on, not to an error', async () => {
    const presence = must(await withPassword(world, account.email));
    const both = await Promise.all(
      [1, 2].map(() => world.authentication.authenticatorApp.verify(presence, { code: code(), source })),
    );
    expect(both.map((one) => (one.ok ? 'in' : one.error.code)).sort()).toEqual(['in', 'not-now']);
  });
});
