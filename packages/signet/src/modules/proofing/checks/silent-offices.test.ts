import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answerAll,
  current,
  settled,
  wholeCase,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { minutes, seconds } from '../../../kernel/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  Object.assign(world.script, new Script());
  for (const list of [world.jobs, world.notices, world.offices]) list.length = 0;
  await world.forgetTries();
  await world.forgetSilence();
});

let serial = 1000;
const freshSsn = () => `905-26-${serial++}`;

describe('an office that does not answer', () => {
  it('A22: is not asked by every case that waits; the person reads which it is and when it is asked again, and nothing counts against them', async () => {
    world.script.motorVehicles = 'unavailable';
    const waiting = [];
    for (let cases = 0; cases < 5; cases++) waiting.push(await wholeCase(world, freshSsn()));
    expect(world.offices).toEqual(['motor-vehicles opened']);
    expect(world.script.calls.motorVehicles).toBe(5);

    const late = await wholeCase(world, freshSsn());
    expect(world.script.calls.motorVehicles).toBe(5); // nobody asked
    expect(late.view).toMatchObject({
      step: 'decision',
      decision: { outcome: 'pending-records' },
      waiting: {
        office: 'motor-vehicles',
        why: 'silent',
        tryAt: new Date(world.clock.now().getTime() + seconds(30)),
      },
    });
    expect(world.notices).toMatchObject([{ notice: { kind: 'proofing-waits' } }]);

    world.clock.advance(seconds(31));
    for (const { id } of [late, ...waiting]) await world.proofing.runChecks(id);
    expect(world.script.calls.motorVehicles).toBe(6); // one of six tried

    world.script.motorVehicles = new Script().motorVehicles;
    world.clock.advance(minutes(1));
    for (const { id } of [late, ...waiting]) await world.proofing.runChecks(id);
    expect(world.offices).toEqual(['motor-vehicles opened', 'motor-vehicles closed']);
    for (const { of } of [late, ...waiting]) {
      const view = await current(world.proofing, of);
      expect(view.decision).toEqual({ outcome: 'verified' });
      expect(view.waiting).toBeUndefined();
    }
  });

  it('makes a case wait longer by its own questions alone, not by those that were never asked', async () => {
    world.script.motorVehicles = 'unavailable';
    const waiting = [];
    for (let cases = 0; cases < 5; cases++) waiting.push(await wholeCase(world, freshSsn()));
    const late = await wholeCase(world, freshSsn());
    for (let runs = 0; runs < 5; runs++) await world.proofing.runChecks(late.id);
    world.script.motorVehicles = new Script().motorVehicles;
    world.clock.advance(minutes(1));
    await world.proofing.runChecks(waiting[0]?.id ?? late.id);
    world.script.motorVehicles = 'unavailable';
    await world.proofing.runChecks(late.id);
    expect(world.jobs.at(-1)).toMatchObject({ data: { caseId: late.id }, afterSeconds: 5 });
  });

  it('is named no longer once it answered, while the next one is asked', async () => {
    world.script.motorVehicles = 'unavailable';
    const { of, id } = await wholeCase(world, freshSsn());
    expect((await current(world.proofing, of)).waiting?.office).toBe('motor-vehicles');
    world.script.motorVehicles = new Script().motorVehicles;
    const named: unknown[] = [];
    world.script.before = async (check) => {
      if (check === 'socialSecurity') named.push((await current(world.proofing, of)).waiting);
    };
    await world.proofing.runChecks(id);
    expect(named).toEqual([undefined]);
  });

  it('A22: costs nobody one of the tries that an office’s no would have cost', async () => {
    world.script.socialSecurity = 'unavailable';
    const { id, of } = await wholeCase(world, freshSsn());
    for (let tries = 0; tries < 12; tries++) {
      world.clock.advance(minutes(20));
      await world.proofing.runChecks(id);
    }
    world.script.socialSecurity = 'match';
    world.clock.advance(minutes(20));
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
  });

  it('finding D5: one that refuses our question as we wrote it: the person reads that the fault is ours, and it is asked less often', async () => {
    world.script.socialSecurity = 'refused';
    const { of, id, view } = await wholeCase(world, freshSsn());
    expect(view).toMatchObject({
      decision: { outcome: 'pending-records' },
      waiting: { office: 'social-security', why: 'refused' },
    });
    expect(world.jobs.at(-1)?.afterSeconds).toBe(900);
    expect(world.offices).toEqual([]);
    world.script.socialSecurity = 'match';
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
  });

  it('answers slowly: that is an answer, and nobody is told to wait', async () => {
    world.script.before = () => new Promise((answers) => setTimeout(answers, 50));
    const { view } = await wholeCase(world, freshSsn());
    expect(view.decision).toEqual({ outcome: 'verified' });
    expect(world.notices.map(({ notice }) => notice.kind)).not.toContain('proofing-waits');
  });

  it('the case survives the worker that was asking, and is asked for again', async () => {
    const of = await world.newPerson();
    await world.start(of);
    await answerAll(world, of, freshSsn());
    const { id } = settled(await world.proofing.submit(of));
    world.script.before = (check) => {
      if (check === 'motorVehicles') throw new Error('the worker dies');
    };
    await expect(world.proofing.runChecks(id)).rejects.toThrow('the worker dies');
    world.script.before = () => {};
    await world.proofing.runChecks(id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
  });
});
