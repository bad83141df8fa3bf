import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  current,
  settled,
  wholeCase,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { faces, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, hours, Redacted, seconds } from '../../../kernel/index.ts';

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

/** Everyone has a number of their own: 30 people a run fit under one group. */
let serial = 1000;
const freshSsn = () => `903-26-${serial++}`;

describe('an authority that does not answer', () => {
  it('is asked again later; then the person is told, and the case finishes by itself and mails', async () => {
    world.script.motorVehicles = 'unavailable';
    const { of, view, id } = await wholeCase(world, freshSsn());
    expect(view.step).toBe('checking');
    await world.proofing.runChecks(id);
    await world.proofing.runChecks(id);
    expect(world.jobs.map((job) => job.afterSeconds)).toEqual([0, 5, 15, 60]);
    expect(await current(world.proofing, of)).toMatchObject({
      step: 'decision',
      decision: { outcome: 'pending-records' },
    });
    expect(world.notices).toMatchObject([{ notice: { kind: 'proofing-waits' } }]);

    await world.proofing.runChecks(id);
    expect(world.notices).toHaveLength(1);
    world.script.motorVehicles = new Script().motorVehicles;
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    expect(world.notices.map((sent) => sent.notice.kind)).toEqual([
      'proofing-waits',
      'identity-verified',
      'proofing-decided',
    ]);
    expect(world.script.calls).toMatchObject({ document: 1, face: 1, socialSecurity: 1 });
  });

  it('attack, cases that wait for an office: put off, each keeps the place that it was sent in with, behind those of others', async () => {
    world.script.motorVehicles = 'unavailable';
    const { id } = await wholeCase(world, freshSsn());
    await world.proofing.runChecks(id, 7);
    expect(world.jobs.at(-1)).toMatchObject({ behind: 7, data: { caseId: id, behind: 7 } });
  });

  it('for a week becomes an agent’s matter, with the case', async () => {
    world.script.socialSecurity = 'unavailable';
    const { of, id } = await wholeCase(world, freshSsn());
    world.clock.advance(days(7) + seconds(1));
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['records-unavailable-too-long'],
    });
  });
});

describe('a case that needs a person (A21, A23)', () => {
  const reviewed = async (face = faces(0.41)) => {
    world.script.face = face;
    const { of, view } = await wholeCase(world, freshSsn());
    if (view.decision?.outcome !== 'needs-person') throw new Error('expected a review');
    return { of, id: view.id, reference: view.decision.reference };
  };

  it('approved: the reasons are waived, the checks finish, and the facts name the agent and the pathway', async () => {
    const { of, id, reference } = await reviewed();
    expect((await world.proofing.openReviews()).map((one) => one.reference)).toContain(reference);
    world.jobs.length = 0;
    settled(await world.proofing.settleReview(` ${reference.toLowerCase()} `, 'approve', { ref: 'agent-7' }));
    expect(world.jobs).toMatchObject([{ name: 'proofing.check', data: { caseId: id } }]);
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    expect((await world.proofing.identityOf(of))?.facts).toMatchObject({
      agent: 'agent-7',
      evidence: [
        { kind: 'drivers-license', verified: [{ pathway: 'agent-comparison' }] },
        { kind: 'phone-account', verified: [{ pathway: 'phone-code' }] },
      ],
    });
    expect(world.notices.map((sent) => sent.notice.kind)).toContain('proofing-decided');
  });

  it('attack: approval skips no check that had not run: a face approved, the record still has to match', async () => {
    world.script.face = faces(0.1);
    const { of } = await wholeCase(world, freshSsn());
    await addGoodPhoto(world, of, 'selfie');
    const { decision, id } = await check(world, of);
    if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
    world.script.socialSecurity = 'deceased';
    settled(await world.proofing.settleReview(decision.reference, 'approve', { ref: 'agent-7' }));
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toMatchObject({ outcome: 'try-again', step: 'ssn' });
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    expect((await check(world, of)).decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['record-not-confirmed'],
    });
  });

  it('refused, or settled a second time', async () => {
    const { of, reference } = await reviewed();
    settled(await world.proofing.settleReview(reference, 'refuse', { ref: 'agent-7' }));
    expect((await current(world.proofing, of)).decision).toEqual({
      outcome: 'refused',
      reasons: ['review-refused'],
    });
    const again = await world.proofing.settleReview(reference, 'approve', { ref: 'agent-8' });
    expect(again).toEqual({ ok: false, error: 'already-settled' });
    const unknown = await world.proofing.settleReview('SGN-0000-0000', 'approve', { ref: 'agent-8' });
    expect(unknown).toEqual({ ok: false, error: 'no-such-case' });
  });

  it('without a document that was read there is no identity to approve', async () => {
    world.script.before = () => {
      throw new Error('this photo breaks the reader');
    };
    const of = await world.newPerson();
    await world.start(of);
    await answerAll(world, of, freshSsn());
    const { id } = settled(await world.proofing.submit(of));
    for (let day = 0; day < 8; day++) {
      world.clock.advance(days(1));
      await world.proofing.sweep();
      await world.proofing.runChecks(id).catch(() => undefined);
    }
    const { decision } = await current(world.proofing, of);
    if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
    expect(await world.proofing.settleReview(decision.reference, 'approve', { ref: 'agent-7' })).toEqual({
      ok: false,
      error: 'cannot-approve',
    });
  });

  it('A17: is deleted when no agent decided in time, and the person may begin again', async () => {
    const { of, reference } = await reviewed();
    world.clock.advance(days(14) + hours(1));
    expect((await world.proofing.sweep()).deleted).toBeGreaterThan(0);
    expect((await current(world.proofing, of)).decision).toEqual({
      outcome: 'refused',
      reasons: ['review-expired'],
    });
    const late = await world.proofing.settleReview(reference, 'approve', { ref: 'agent-7' });
    expect(late).toEqual({ ok: false, error: 'already-settled' });
    expect((await world.start(of)).step).toBe('choose');
  });
});
