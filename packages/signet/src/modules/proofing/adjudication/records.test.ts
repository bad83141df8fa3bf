import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  current,
  settled,
  wholeCase,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { license, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { type AuditRef, asId, days, type PersonId, Redacted } from '../../../kernel/index.ts';
import { words } from '../../../web/locales/index.ts';
import { proofingPersonalData } from '../postgres-personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.forgetTries();
  Object.assign(world.script, new Script());
  world.jobs.length = 0;
  world.notices.length = 0;
});

/** Everyone has a number of their own: 30 people a run fit under one group. */
let serial = 1000;
const freshSsn = () => `901-22-${serial++}`;

describe('A22: records that do not bear a person out', () => {
  it.each<[string, Partial<Script>]>([
    ['another birth date', { motorVehicles: differing('birthDate') }],
    ['another surname', { motorVehicles: differing('familyName') }],
    ['another postal code', { motorVehicles: differing('postalCode') }],
    ['a surrendered license', { motorVehicles: { status: 'surrendered', match: {} } }],
    ['an unknown number', { motorVehicles: { status: 'not-found', match: {} } }],
    ['one that the issuer says has expired', { motorVehicles: { status: 'expired', match: {} } }],
  ])('finding S3: the issuer knows %s: the number once more, then a person looks', async (_, script) => {
    Object.assign(world.script, script);
    const { of, view } = await wholeCase(world, freshSsn());
    expect(view.decision).toEqual({ outcome: 'try-again', step: 'ssn', reasons: ['record-not-confirmed'] });
    expect(await afterAnotherNumber(of)).toEqual(aPersonLooks);
    expect(await reasonsForTheAgent(of)).toEqual(['document-not-confirmed']);
    const downloaded = await proofingPersonalData(world.pool.db, world.proofing).about(of);
    expect(JSON.stringify(downloaded)).not.toContain('document-not-confirmed');
    expect(JSON.stringify(await world.audit.about(asId<AuditRef>(of), { limit: 50 }))).not.toContain(
      'document-not',
    );
  });

  it('an SSN that does not match, or is of the dead: one more try, then a person; the agent reads why', async () => {
    for (const said of ['no-match', 'deceased'] as const) {
      world.script.socialSecurity = said;
      const { of, view } = await wholeCase(world, freshSsn());
      expect(view.decision).toEqual({ outcome: 'try-again', step: 'ssn', reasons: ['record-not-confirmed'] });
      expect(view.answers.ssnLast4).toBeUndefined();
      expect(await afterAnotherNumber(of)).toEqual(aPersonLooks);
      expect(await reasonsForTheAgent(of)).toEqual(['record-not-confirmed']);
      await world.forgetTries();
    }
  });

  it('a slip of the finger: the right number the second time, and it is over', async () => {
    world.script.socialSecurity = 'no-match';
    const { of } = await wholeCase(world, freshSsn());
    world.script.socialSecurity = 'match';
    expect(await afterAnotherNumber(of)).toEqual({ outcome: 'verified' });
  });

  it('finding S3: attack, a card forged from somebody’s data tries SSNs out from one account after another: limit record-not-confirmed.document, record-not-confirmed.identity, and the right number is not told from a wrong one', async () => {
    const tryOut = async () => {
      const { of, view } = await wholeCase(world, freshSsn());
      if (view.decision?.outcome === 'verified') return [view.decision];
      return [view.decision, await afterAnotherNumber(of)];
    };
    world.script.socialSecurity = 'no-match';
    for (let n = 0; n < 2; n++) await tryOut();
    const asked = world.script.calls.socialSecurity;
    const wrong = await tryOut();
    world.script.socialSecurity = 'match';
    const right = await tryOut();
    expect(right).toEqual(wrong);
    expect(right.at(-1)).toEqual(aPersonLooks);
    expect(world.script.calls.socialSecurity).toBe(asked);
    // another card with the same name and birth date is no way around
    const { data } = license;
    if (!data.ok) throw new Error('the script reads the card');
    const fields = { ...data.value.fields, documentNumber: 'ZZ99887766' };
    world.script.document = { ...license, data: { ok: true, value: { ...data.value, fields } } };
    expect(await tryOut()).toEqual(wrong);
    world.clock.advance(days(2));
    world.script.document = license;
    expect(await tryOut()).toEqual([{ outcome: 'verified' }]);
  });

  it('finding S3: what did not agree, the card’s record or the number’s, is said in the same words', () => {
    for (const lang of ['en', 'es'] as const) {
      const { reasons } = words(lang).proofing;
      expect(reasons['document-not-confirmed'].why).toBe(reasons['record-not-confirmed'].why);
    }
  });

  it('an SSN that another account holds: sent there, nothing sealed, nothing said about that account', async () => {
    const ssn = freshSsn();
    const first = await wholeCase(world, ssn);
    const second = await wholeCase(world, ssn);
    expect(first.view.decision?.outcome).toBe('verified');
    expect(second.view.decision).toEqual({ outcome: 'refused', reasons: ['already-verified'] });
    expect(await world.readIdentity(second.of)).toBeUndefined();
    expect(await world.proofing.identityOf(second.of)).toBeUndefined();
    expect(JSON.stringify(second.view)).not.toContain(first.of);
  });

  it('attack, cases sent in over and over, from many accounts of one network: their checks wait behind the first of another’s', async () => {
    const sent = async (of: PersonId, network: string) => {
      world.jobs.length = 0;
      settled(await world.proofing.submit(of, network));
      return world.jobs.map(({ behind }) => behind);
    };
    const strangers = [];
    for (let n = 0; n < 3; n++) strangers.push(...(await sent(await somebodyReady(), '192.0.2.9')));
    expect(strangers).toEqual([0, 1, 2]);
    expect(await sent(await somebodyReady(), '192.0.2.10')).toEqual([0]);
  });

  it('limit proofing-submitted.a-day: more submissions a day than honest retries need are not taken, and the next person’s is', async () => {
    world.script.document = { ...license, looksLike: 'passport' };
    const { of } = await wholeCase(world, freshSsn());
    for (let n = 1; n < 6; n++) {
      for (const role of ['front', 'back'] as const) await addGoodPhoto(world, of, role);
      await check(world, of);
    }
    for (const role of ['front', 'back'] as const) await addGoodPhoto(world, of, role);
    const again = new Date(world.clock.now().getTime() + days(1));
    expect(await world.proofing.submit(of)).toEqual({ ok: false, error: { code: 'too-many-tries', again } });
    world.script.document = license;
    expect((await wholeCase(world, freshSsn())).view.decision).toEqual({ outcome: 'verified' });
  });
});

function differing(element: string): Script['motorVehicles'] {
  const { motorVehicles } = new Script();
  if (typeof motorVehicles === 'string') throw new Error('the script answers');
  return { ...motorVehicles, match: { ...motorVehicles.match, [element]: 'no-match' } };
}

/** Somebody who has only to press "send". */
async function somebodyReady(): Promise<PersonId> {
  const person = await world.newPerson();
  await world.start(person);
  await answerAll(world, person, freshSsn());
  return person;
}

const aPersonLooks = { outcome: 'needs-person', reasons: ['record-not-confirmed'] };

/** What is said after the number was typed again. */
async function afterAnotherNumber(of: PersonId): Promise<object> {
  settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
  return withoutReference((await check(world, of)).decision);
}

async function reasonsForTheAgent(of: PersonId): Promise<readonly string[]> {
  const { decision } = await current(world.proofing, of);
  const reference = decision?.outcome === 'needs-person' ? decision.reference : 'none';
  return (await world.proofing.openReviews()).find((open) => open.reference === reference)?.reasons ?? [];
}

function withoutReference(decision: object | undefined): object {
  const { reference: _reference, ...rest } = { reference: '', ...decision };
  return rest;
}
