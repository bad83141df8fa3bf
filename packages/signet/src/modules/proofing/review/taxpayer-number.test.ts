import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { current, settled, wholeCase } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { account, confirmed, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import type { PersonId } from '../../../kernel/index.ts';
import type { Decision } from '../index.ts';

/** T6: a person who can have no SSN gives an ITIN; group 93 stands for one in the sandbox. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
});

let serial = 7000;
const freshItin = () => `912-93-${serial++}`;

async function settle(of: PersonId, as: 'approve' | 'refuse'): Promise<void> {
  const { decision } = await current(world.proofing, of);
  if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
  settled(await world.proofing.settleReview(decision.reference, as, { ref: 'agent-7' }));
}

describe('D6: an ITIN (finding T6)', () => {
  it('leads to a trained person once everything else agrees, and social security is not asked about it', async () => {
    const { view } = await wholeCase(world, freshItin());
    expect(view.answers.numberKind).toBe('itin');
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: ['taxpayer-number'] });
    expect(world.script.calls).toMatchObject({ socialSecurity: 0, motorVehicles: 1, phoneCarrier: 1 });
  });

  it('approved, the person is proven by it, with a source that an agent saw in place of the record', async () => {
    const number = freshItin();
    const { of } = await wholeCase(world, number);
    await settle(of, 'approve');
    await world.proofing.runChecks((await current(world.proofing, of)).id);
    expect((await current(world.proofing, of)).decision).toEqual({ outcome: 'verified' });
    const proven = await world.proofing.identityOf(of);
    expect(proven?.facts).toMatchObject({
      agent: 'agent-7',
      coreAttributes: { governmentIdentifier: 'credible', name: 'authoritative', birthDate: 'authoritative' },
    });
    expect(world.script.calls.socialSecurity).toBe(0);
    expect(await world.readIdentity(of)).toMatchObject({
      ssn: number.replaceAll('-', ''),
      numberKind: 'itin',
    });
  });

  it('refused, the person is not proven', async () => {
    const { of } = await wholeCase(world, freshItin());
    await settle(of, 'refuse');
    expect(await world.proofing.identityOf(of)).toBeUndefined();
  });

  it('the agent sees at once whatever else needs a look', async () => {
    world.script.phoneCarrier = { ...account, simChangedAt: new Date() };
    const { view } = await wholeCase(world, freshItin());
    expect(view.decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['taxpayer-number', 'phone-needs-a-look'],
    });
  });

  it('attack: a license that its issuer does not confirm is not looked past for it: the agent reads it, and nobody else (finding S3)', async () => {
    world.script.motorVehicles = { ...confirmed, status: 'not-found' };
    const { view } = await wholeCase(world, freshItin());
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: ['taxpayer-number'] });
    const { reference } = view.decision as Extract<Decision, { outcome: 'needs-person' }>;
    const open = (await world.proofing.openReviews()).find((one) => one.reference === reference);
    expect(open?.reasons).toEqual(['taxpayer-number', 'document-not-confirmed']);
  });
});
