import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterActs } from '../../../../../../test/support/worlds/letter-acts.ts';
import { current, settled } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, type PersonId } from '../../../kernel/index.ts';

/** A8: what becomes of a letter that nobody awaits any more, and of one that the post does not take. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.forgetTries();
  Object.assign(world.script, new Script());
  world.notices.length = 0;
  world.calledBack.length = 0;
});

const { awaiting, lettersTo, type, codeIn, typeRight, decisionOf, later } = letterActs(() => world);

const caseOf = (of: PersonId) => lettersTo(of).at(-1)?.about;
const told = (of: PersonId) =>
  world.notices.filter(({ person }) => person === of).map(({ notice }) => notice.kind);

describe('a letter that waits for the post is called back with its case', () => {
  it('A17: “stop and delete” stops the letter too', async () => {
    const of = await awaiting();
    await world.proofing.withdraw(of);
    expect(world.calledBack).toEqual([caseOf(of)]);
  });

  it('A27: and so does erasing the account', async () => {
    const of = await awaiting();
    await world.transact((tx) => world.proofing.erase(tx, of));
    expect(world.calledBack).toEqual([caseOf(of)]);
  });

  it('and a case that goes on or ends otherwise: by another letter’s code, or by its last day', async () => {
    const [confirmed, late] = [await awaiting(), await awaiting()];
    await typeRight(confirmed);
    expect(world.calledBack).toEqual([caseOf(confirmed)]);
    later(days(21));
    await world.proofing.sweep();
    expect(world.calledBack).toEqual([caseOf(confirmed), caseOf(late)]);
  });

  it('but not by another letter, nor by a wrong code', async () => {
    const of = await awaiting();
    await type(of, '0000 0000');
    later(days(7));
    settled(await world.proofing.mailCodeAgain(of));
    expect(world.calledBack).toEqual([]);
  });
});

describe('a letter that the post does not take', () => {
  const notMailed = async (of: PersonId, why: 'not-mailable' | 'post-silent' = 'not-mailable') => {
    const id = caseOf(of);
    if (!id) throw new Error('expected a letter');
    await world.proofing.letterNotMailed(id, why);
    await world.proofing.runChecks(id);
  };

  it.each(['not-mailable', 'post-silent'] as const)(
    'A23: %s: the person is told, on the page and by a notice, and somebody compares them with the document',
    async (why) => {
      const of = await awaiting();
      await notMailed(of, why);
      const decision = await decisionOf(of);
      expect(decision).toMatchObject({ outcome: 'needs-person', reasons: ['letter-not-mailed'] });
      expect(told(of)).toEqual(['letter-sent', 'proofing-needs-person']);
      expect(lettersTo(of)).toHaveLength(1); // none is sent after it to the same address
      expect(await type(of, codeIn(of))).toEqual({ ok: false, error: { code: 'not-now' } });
      if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
      const approve = (more: object) =>
        world.proofing.settleReview(decision.reference, 'approve', { ref: 'agent-7', ...more });
      expect(await approve({})).toEqual({ ok: false, error: 'needs-comparison' });
      settled(await approve({ compared: true }));
      await world.proofing.runChecks((await current(world.proofing, of)).id);
      expect(await decisionOf(of)).toEqual({ outcome: 'verified' });
    },
  );

  it('another letter while the first may still come: its code counts on, its day is the case’s, and no more are sent', async () => {
    const of = await awaiting();
    later(days(7));
    settled(await world.proofing.mailCodeAgain(of));
    await notMailed(of);
    expect(told(of)).toEqual(['letter-sent', 'letter-sent', 'letter-not-mailed']);
    const { step, letter } = await current(world.proofing, of);
    expect([step, letter?.notMailed]).toEqual(['letter', true]);
    expect(await type(of, codeIn(of, 1))).toEqual({ ok: false, error: { code: 'wrong', left: 4 } });
    later(days(7));
    expect(await world.proofing.mailCodeAgain(of)).toEqual({ ok: false, error: { code: 'no-more' } });
    expect((await typeRight(of, 0)).decision).toEqual({ outcome: 'verified' });
  });

  it('with the first one’s day the case is over', async () => {
    const of = await awaiting();
    later(days(7));
    settled(await world.proofing.mailCodeAgain(of));
    await notMailed(of);
    later(days(14));
    await world.proofing.sweep();
    expect(await decisionOf(of)).toEqual({ outcome: 'refused', reasons: ['letter-not-used'] });
  });

  it('is nothing to do once its case is over, and once however often the job runs', async () => {
    const [gone, twice] = [await awaiting(), await awaiting()];
    await world.proofing.withdraw(gone);
    await notMailed(gone);
    expect(told(gone)).toEqual(['letter-sent']);
    await notMailed(twice);
    await notMailed(twice);
    expect(told(twice)).toEqual(['letter-sent', 'proofing-needs-person']);
  });
});
