import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  current,
  settled,
  wholeCase,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import {
  confirmedPassport,
  passport,
  passportCard,
  passportWith,
  photoBytes,
  Script,
} from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { Redacted } from '../../../kernel/index.ts';
import type { ReasonCode } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
  world.jobs.length = 0;
  world.notices.length = 0;
});

let serial = 1000;
const freshSsn = () => `902-23-${serial++}`;

/** Somebody new from the start page to the first decision, with a passport. */
const shown = () => wholeCase(world, freshSsn(), 'passport');

describe('A4, A5: a passport', () => {
  it('and a phone account are two pieces, and the office that issued it was asked: IAL2, no address', async () => {
    const { of, view } = await shown();
    expect(view.decision).toEqual({ outcome: 'verified' });
    expect(world.script.calls).toMatchObject({ passportOffice: 1, motorVehicles: 0, socialSecurity: 1 });
    const proven = await world.proofing.identityOf(of);
    expect(proven).toMatchObject({ ial: 2 });
    expect(proven?.facts.evidence[0]).toMatchObject({ kind: 'passport', issuer: 'UTO' });
    expect(proven?.facts.coreAttributes).not.toHaveProperty('address');
    // SUPERIOR is a chip that was read: nobody read one
    expect(JSON.stringify(proven?.facts)).not.toContain('signature-chain');
  });

  it('of one name is asked about without a given one', async () => {
    world.script.passport = passportWith({ familyName: 'ARKFREITH', givenName: '' });
    await shown();
    expect(world.script.asked[0]).not.toHaveProperty('givenName');
  });

  it('of another state goes to a person who can approve it, and no office is asked about it', async () => {
    world.script.passport = passportWith({ documentNumber: 'R4410938' }, 'ZZR');
    const { of, id, view } = await shown();
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: ['no-office-to-ask'] });
    expect(world.script.calls).toMatchObject({ passportOffice: 0, socialSecurity: 1 });
    const { reference } = view.decision as { reference: string };
    settled(await world.proofing.settleReview(reference, 'approve', { ref: 'agent-7' }));
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    const facts = (await world.proofing.identityOf(of))?.facts;
    expect(facts?.evidence[0]?.validated).toMatchObject([{ method: 'agent-inspection', by: 'agent-7' }]);
    expect(facts?.coreAttributes.name).toBe('credible');
  });

  it('A3: attack, the same passport seen by an agent in place of a phone: it is no second piece', async () => {
    const of = await world.newPerson();
    await world.start(of, { ial: 2 });
    await world.proofing.chooseDocument(of, 'passport');
    await world.proofing.giveConsent(of, '1');
    for (const role of ['data-page', 'selfie'] as const) await addGoodPhoto(world, of, role);
    await world.proofing.sayNoPhone(of);
    await world.proofing.giveSsn(of, new Redacted(freshSsn()));
    const view = await check(world, of);
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: ['no-phone'] });
    const { reference } = view.decision as { reference: string };
    const saw = (kind: 'passport' | 'tribal-id') => ({ ref: 'agent-7', saw: { kind, issuer: 'utopia' } });
    expect(await world.proofing.settleReview(reference, 'approve', saw('passport'))).toEqual({
      ok: false,
      error: 'needs-evidence',
    });
    settled(await world.proofing.settleReview(reference, 'approve', saw('tribal-id')));
  });
});

describe('A4: a passport card', () => {
  const withCard = (changes: Partial<typeof passportCard>) => {
    world.script.passportCard = { ...passportCard, ...changes };
    return wholeCase(world, freshSsn(), 'passport-card');
  };

  it('is STRONG as a license is, and the same office is asked', async () => {
    const { of, view } = await withCard({});
    expect(view.decision).toEqual({ outcome: 'verified' });
    expect(world.script.calls).toMatchObject({ passportOffice: 1, motorVehicles: 0 });
    expect((await world.proofing.identityOf(of))?.facts.evidence[0]?.kind).toBe('passport-card');
  });

  it('attack, the back of another card than the front: a person looks', async () => {
    const { view } = await withCard({ comparison: [{ field: 'familyName', agreement: 'differs' }] });
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: ['document-needs-a-look'] });
  });

  it.each<[string, Partial<typeof passportCard>, string, ReasonCode]>([
    ['a license', { looksLike: 'aamva-card' }, 'front', 'front-is-another-card'],
    ['a back that does not read', { data: { ok: false, error: 'check-digit' } }, 'back', 'zone-unreadable'],
    [
      'an identity card’s zone',
      { data: { ok: false, error: 'another-document' } },
      'back',
      'zone-unreadable',
    ],
    ['a front that does not read', { comparison: [] }, 'front', 'front-unreadable'],
  ])('A18: %s: which side again and why', async (_, changes, step, reason) => {
    const { view } = await withCard(changes);
    expect(view.decision).toEqual({ outcome: 'try-again', step, reasons: [reason] });
  });
});

describe('a passport whose zone never reads', () => {
  /** What its print states, and a zone that is there and does not add up. */
  function byPrint(changes: Partial<typeof passport> = {}, fields: Parameters<typeof passportWith>[0] = {}) {
    const { data } = passportWith(fields);
    if (!data.ok) throw new Error('the specimen has a zone');
    return {
      ...passport,
      data: { ok: false, error: 'check-digit' },
      printed: data.value,
      ...changes,
    } as const;
  }

  async function shownThrice(reading: typeof passport) {
    world.script.passport = reading;
    const { of, view } = await shown();
    expect(view.decision).toMatchObject({ outcome: 'try-again', reasons: ['page-unreadable'] });
    await addGoodPhoto(world, of, 'data-page');
    expect((await check(world, of)).decision?.outcome).toBe('try-again');
    await addGoodPhoto(world, of, 'data-page');
    return { of, ...(await check(world, of)) };
  }

  it('attack, a zone that never reads and is asked for without end: after three photos print, office and a person suffice', async () => {
    const { of, id, decision } = await shownThrice(byPrint());
    expect(decision).toMatchObject({ outcome: 'needs-person', reasons: ['page-unreadable'] });
    expect(world.script.calls).toMatchObject({ face: 1, passportOffice: 1, socialSecurity: 1 });
    expect(world.script.asked[0]).toMatchObject({ documentNumber: 'P4417209', issuerId: 'UTO' });
    const { reference } = decision as { reference: string };
    settled(await world.proofing.settleReview(reference, 'approve', { ref: 'agent-7' }));
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
  });

  it('a person who was told twice at once, and uses the photo anyway, need not come back thrice', async () => {
    world.script.passport = byPrint();
    const of = await world.newPerson();
    await world.start(of, { ial: 2 });
    await answerAll(world, of, freshSsn(), 'passport');
    world.script.seenAtOnce = ['zone-unread'];
    for (const _ of [1, 2]) await world.proofing.addPhoto(of, 'data-page', photoBytes());
    settled(await world.proofing.usePhotoAnyway(of, 'data-page'));
    expect((await check(world, of)).decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['page-unreadable'],
    });
  });

  it('attack, a scratched zone over edited print: the office says no, and that is all that is told', async () => {
    world.script.passportOffice = { status: 'not-found', match: {} };
    const { decision } = await shownThrice(byPrint());
    expect(decision).toMatchObject({ outcome: 'needs-person', reasons: ['page-unreadable'] });
  });

  it('attack, a scratched zone and a field printed twice: the agent is told to look at it', async () => {
    const reading = byPrint({ comparison: [{ field: 'familyName', agreement: 'differs' }] });
    expect((await shownThrice(reading)).decision).toMatchObject({
      reasons: ['page-unreadable', 'document-needs-a-look'],
    });
  });

  it('attack, an expired passport with a scratched zone is no way around its last day', async () => {
    const { decision } = await shownThrice(byPrint({}, { expiryDate: '2026-01-30' }));
    expect(decision).toMatchObject({ outcome: 'try-again', reasons: ['document-expired'] });
  });
});

describe('A18, A22: a passport that does not do', () => {
  it.each<[string, Partial<Script>, string, ReasonCode]>([
    [
      'no zone was found on it',
      { passport: { ...passport, data: { ok: false, error: 'no-zone' } } },
      'data-page',
      'page-unreadable',
    ],
    [
      'attack, edited digits: a check digit is another',
      { passport: { ...passport, data: { ok: false, error: 'check-digit' } } },
      'data-page',
      'page-unreadable',
    ],
    [
      'a visa',
      { passport: { ...passport, data: { ok: false, error: 'another-document' } } },
      'data-page',
      'page-is-another-document',
    ],
    [
      'attack, a license given as a passport',
      { passport: { ...passport, looksLike: 'aamva-card', data: { ok: false, error: 'no-zone' } } },
      'data-page',
      'page-is-a-license',
    ],
    [
      'attack, a sheet with nothing but a zone',
      {
        passport: {
          ...passport,
          layout: { ...passport.layout, faults: ['no-title', 'no-labels', 'little-print'] },
        },
      },
      'data-page',
      'page-is-no-document',
    ],
    [
      'one that has run out',
      { passport: passportWith({ expiryDate: '2026-01-30' }) },
      'choose',
      'document-expired',
    ],
    [
      'one of a real state, in the sandbox',
      { passport: passportWith({}, 'USA') },
      'choose',
      'document-not-accepted',
    ],
  ])('%s: which step again and why, and no record is asked', async (_, script, step, reason) => {
    Object.assign(world.script, script);
    const { view } = await shown();
    expect(view.decision).toEqual({ outcome: 'try-again', step, reasons: [reason] });
    expect(world.script.calls).toMatchObject({ passportOffice: 0, socialSecurity: 0 });
  });

  it.each<[string, Partial<Script>]>([
    [
      'attack, a forged zone with right check digits: its print says something else',
      { passport: { ...passport, comparison: [{ field: 'birthDate', agreement: 'differs' }] } },
    ],
    [
      'attack, another issuing state in the zone than in print, so that no office is asked',
      {
        passport: {
          ...passportWith({}, 'ZZR'),
          comparison: [...passport.comparison, { field: 'issuer', agreement: 'differs' }],
        },
      },
    ],
    ['one that is not good yet', { passport: passportWith({ issueDate: '2027-01-01' }) }],
    [
      'a zone that is not at the foot of its page',
      { passport: { ...passport, layout: { ...passport.layout, faults: ['zone-out-of-place'] } } },
    ],
  ])('%s: a person looks, who is not told which field', async (_, script) => {
    Object.assign(world.script, script);
    const { view } = await shown();
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: ['document-needs-a-look'] });
  });

  it.each([
    ['revoked', { status: 'revoked', match: {} }],
    ['reported as lost', { status: 'lost-or-stolen', match: {} }],
    ['unknown', { status: 'not-found', match: {} }],
    ['another’s', { ...confirmedPassport, match: { ...confirmedPassport.match, birthDate: 'no-match' } }],
  ] as const)('A22: one that the office says is %s is told as any number that is wrong', async (_, said) => {
    world.script.passportOffice = said;
    const { view } = await shown();
    expect(view.decision).toEqual({ outcome: 'try-again', step: 'ssn', reasons: ['record-not-confirmed'] });
  });
});
