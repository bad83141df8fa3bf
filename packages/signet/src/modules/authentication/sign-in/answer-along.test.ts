import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  confirmed,
  must,
  origin,
  source,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import type { Presence } from '../session/index.ts';
import type { AnswerAlong, PreparedAlong } from './answer-along.ts';

let world: AuthenticationWorld;
let authenticator: SoftwareAuthenticator;
beforeAll(async () => {
  world = await authenticationWorld();
  authenticator = softwareAuthenticator({ origin });
  const { passkey } = world.authentication;
  const { presence, options } = must(
    await passkey.creationOptions(await confirmed(world, 'along@mail.example')),
  );
  const enrolled = must(await passkey.enroll(presence, authenticator.create(options)));
  if (enrolled.prfOptions)
    must(await passkey.signIn(enrolled.presence, { ...authenticator.get(enrolled.prfOptions), source }));
});
beforeEach(async () => {
  before = await entries();
});
afterAll(() => world.close());

/** An answer is an entry of the audit log here. */
const entries = async () => {
  const of = sql`SELECT FROM audit_entries WHERE entry::jsonb ->> 'action' = 'agency.signed-in'`;
  return (await of.execute(world.pool.db)).rows.length;
};
let before = 0;
const written = async () => (await entries()) - before;

type AnswerWrite = PreparedAlong['write'];

interface Seen {
  answered: boolean;
  readonly faults: unknown[];
  readonly along: AnswerAlong;
}

/** Writes one. `meanwhile` happens when the answer is ready and not written yet. */
function answering(
  meanwhile: (next: Presence) => Promise<unknown> = async () => undefined,
  write: AnswerWrite = (tx) =>
    world.audit.record(tx, { action: 'agency.signed-in', actor: { kind: 'person' } }),
): Seen {
  const seen: Seen = {
    answered: false,
    faults: [],
    along: {
      expect: () => undefined,
      async prepare(next) {
        await meanwhile(next);
        return {
          pending: { request: undefined },
          write,
          committed() {
            seen.answered = true;
          },
        };
      },
      failed: (error) => void seen.faults.push(error),
    },
  };
  return seen;
}

async function asked() {
  const begun = await world.sessions.begin({ pending: { request: 'an agency’s', other: 'kept' } });
  const { presence, options } = await world.authentication.passkey.requestOptions(begun);
  return { presence, answer: { ...authenticator.get(options), source } };
}

describe('what is answered along with a sign-in', () => {
  it('is written with the session, which is the one that the answer was made for', async () => {
    const seenNext: Presence[] = [];
    const seen = answering(async (next) => seenNext.push(next));
    const { presence, answer } = await asked();
    const signedIn = must(
      await world.authentication.passkey.signIn(presence, { ...answer, along: seen.along }),
    );
    expect(seen.answered).toBe(true);
    expect(await written()).toBe(1);
    expect(signedIn.presence.session).toMatchObject({ pending: { other: 'kept' }, opensVault: true, aal: 3 });
    expect(signedIn.presence.session.pending).not.toHaveProperty('request');
    expect(seenNext[0]?.session).toMatchObject({ aal: 3, person: signedIn.presence.session.person });
    const loaded = await world.sessions.load(signedIn.presence.cookie.reveal());
    expect(loaded?.session).toMatchObject({ pending: { other: 'kept' }, aal: 3 });
  });

  it('waits for its own page where another tab changed the session meanwhile, and what that tab did is kept', async () => {
    const { presence, answer } = await asked();
    const seen = answering(() => world.sessions.setPending(presence, { tab: 'another' }));
    const signedIn = must(
      await world.authentication.passkey.signIn(presence, { ...answer, along: seen.along }),
    );
    expect(seen).toMatchObject({ answered: false, faults: [] });
    expect(await written()).toBe(0);
    expect(signedIn.presence.session).toMatchObject({
      aal: 3,
      pending: { request: 'an agency’s', other: 'kept', tab: 'another' },
    });
  });

  it('attack, an answer without a sign-in: nothing is written for a signature that is wrong or a challenge that was used up', async () => {
    const { presence, answer } = await asked();
    const seen = answering();
    const refused = [
      await world.authentication.passkey.signIn(presence, {
        ...answer,
        response: { ...answer.response, response: { ...answer.response.response, signature: 'AAAA' } },
        along: seen.along,
      }),
      await world.authentication.passkey.signIn(presence, { ...answer, along: seen.along }),
    ];
    expect(refused.map(({ ok }) => ok)).toEqual([false, false]);
    expect(seen.answered).toBe(false);
    expect(await written()).toBe(0);
  });

  it('attack, the same passkey answer at the same moment: one sign-in, one answer', async () => {
    const { presence, answer } = await asked();
    const both = [answering(), answering()];
    const signedIn = await Promise.all(
      both.map(({ along }) => world.authentication.passkey.signIn(presence, { ...answer, along })),
    );
    expect(signedIn.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ answered }) => answered)).toHaveLength(1);
    expect(await written()).toBe(1);
  });

  it('is left out where it cannot be made, and the person is signed in and the fault reported', async () => {
    const { presence, answer } = await asked();
    const fault = new Error('no answer');
    const seen = answering(() => Promise.reject(fault));
    must(await world.authentication.passkey.signIn(presence, { ...answer, along: seen.along }));
    expect(seen).toMatchObject({ answered: false, faults: [fault] });
    expect(await written()).toBe(0);
  });

  it('is left out where it cannot be written, and the person is signed in and the fault reported', async () => {
    const { presence, answer } = await asked();
    const fault = new Error('not written');
    const seen = answering(undefined, () => Promise.reject(fault));
    must(await world.authentication.passkey.signIn(presence, { ...answer, along: seen.along }));
    expect(seen).toMatchObject({ answered: false, faults: [fault] });
    expect(await written()).toBe(0);
  });
});
