import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
  type FinishedAccount,
  finishedAccount,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { minutes } from '../../../kernel/index.ts';

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

describe('signing out', () => {
  it('ends the session, and the audit log says so', async () => {
    await world.authentication.session.signOut(account.presence);
    expect(await world.sessions.load(account.presence.cookie.reveal())).toBeUndefined();
    const person = account.presence.session.person;
    const found = person && (await world.accounts.get(person));
    const entries = found ? await world.audit.about(found.auditRef, { limit: 1 }) : [];
    expect(entries[0]?.action).toBe('session.ended');
  });
});
