import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
  codeIn,
  finishedAccount,
  must,
  source,
} from '../../support/worlds/authentication-world.ts';

/** Somebody from before reads a mailbox that its owner takes off the account, and presses every link in it. */
describe('attack, a reader of the mailbox who will not let go', () => {
  let world: AuthenticationWorld;
  beforeAll(async () => {
    world = await authenticationWorld();
  });
  afterAll(() => world.close());

  it('B16: an address that its owner takes off comes back by the link once, and the second time it is gone', async () => {
    const { authentication, accounts } = world;
    const { presence } = await finishedAccount(world, 'oda@mail.example');
    const { person } = presence.session;
    if (!person) throw new Error('nobody');
    const asked = must(await authentication.email.addAddress(presence, { email: 'oda@ex.example', source }));
    const code = codeIn(await world.newestMail('oda@ex.example'));
    const owner = must(await authentication.email.confirmNewAddress(asked, { code, source }));
    const shared = (await accounts.addresses.of(person)).find((one) => !one.primary)?.id ?? '';
    const press = () =>
      world.transact((tx) => authentication.email.undoChange(tx, person, `removed:${shared}`));

    must(await authentication.email.removeAddress(owner, { id: shared }));
    expect(await press()).toBe(true);
    must(await authentication.email.removeAddress(owner, { id: shared }));
    expect(await press()).toBe(false);
    const left = await accounts.addresses.of(person);
    expect(left.map(({ address }) => address.reveal())).toEqual(['oda@mail.example']);
  });
});
