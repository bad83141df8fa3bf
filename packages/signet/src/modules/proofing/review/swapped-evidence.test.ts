import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  confirmOwnPhone,
  current,
  settled,
  wholeCase,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { faces, license, Script, withFields } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { type PersonId, Redacted } from '../../../kernel/index.ts';
import type { Decision, SeenEvidence } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.forgetTries();
  Object.assign(world.script, new Script());
});

let serial = 6000;
const freshSsn = () => `901-22-${serial++}`;

async function approve(of: PersonId, decision: Decision | undefined, saw?: SeenEvidence): Promise<void> {
  if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
  const agent = { ref: 'agent-7', ...(saw && { saw }) };
  settled(await world.proofing.settleReview(decision.reference, 'approve', agent));
  await world.proofing.runChecks((await current(world.proofing, of)).id);
}

const decisionOf = async (of: PersonId) => (await current(world.proofing, of)).decision;

describe('A21, A23: what an agent approved is what the agent looked at', () => {
  /** A genuine license and a poor selfie of its owner: an agent approves. A wrong SSN then gives the case back. */
  async function approvedFaceThenWrongSsn(): Promise<PersonId> {
    world.script.face = faces(0.1);
    world.script.socialSecurity = 'no-match';
    const { of } = await wholeCase(world, freshSsn());
    await addGoodPhoto(world, of, 'selfie');
    await approve(of, (await check(world, of)).decision);
    expect(await decisionOf(of)).toMatchObject({ outcome: 'try-again', step: 'ssn' });
    world.script.socialSecurity = 'match';
    return of;
  }

  it("attack: an approved selfie does not pass for the face on somebody else's license", async () => {
    const of = await approvedFaceThenWrongSsn();
    world.script.document = withFields({ givenName: 'Victoria', documentNumber: 'V7771234' });
    for (const role of ['front', 'back', 'selfie'] as const) await addGoodPhoto(world, of, role);
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    expect((await check(world, of)).decision).toMatchObject({
      outcome: 'needs-person',
      reasons: ['selfie-not-matched'],
    });
    expect(await world.proofing.identityOf(of)).toBeUndefined();
  });

  it('another SSN alone does not send the same face to the agent again', async () => {
    const of = await approvedFaceThenWrongSsn();
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
    expect((await world.proofing.identityOf(of))?.facts).toMatchObject({ agent: 'agent-7' });
  });

  it('A3: attack: a card that an agent saw beside one license does not stand beside another', async () => {
    world.script.face = faces(0.1);
    world.script.socialSecurity = 'no-match';
    const of = await world.newPerson();
    await world.start(of, { ial: 2 });
    await answerAll(world, of, freshSsn());
    await check(world, of);
    await addGoodPhoto(world, of, 'selfie');
    const saw = { kind: 'student-id', issuer: 'alder-college' } as const;
    await approve(of, (await check(world, of)).decision, saw);
    Object.assign(world.script, new Script());
    for (const role of ['front', 'back', 'selfie'] as const) await addGoodPhoto(world, of, role);
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    await confirmOwnPhone(world, of);
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
    const proven = await world.proofing.identityOf(of);
    expect(proven?.facts.evidence.map(({ kind }) => kind)).toEqual(['drivers-license', 'phone-account']);
    expect(proven?.facts.agent).toBeUndefined();
  });

  it('attack: the number that an agent approved is the one that is sealed, and none can be put in its place', async () => {
    world.script.socialSecurity = 'no-match';
    const { of } = await wholeCase(world, freshSsn());
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    const { decision } = await check(world, of);
    expect(await world.proofing.giveSsn(of, new Redacted(freshSsn()))).toMatchObject({ ok: false });
    await approve(of, decision);
    expect(await decisionOf(of)).toEqual({ outcome: 'verified' });
    expect(await world.proofing.giveSsn(of, new Redacted(freshSsn()))).toMatchObject({ ok: false });
  });
});

describe('A21: what an agent may not approve', () => {
  it('A22: attack: a number on the death record is never approved as a slip of the pen', async () => {
    world.script.socialSecurity = 'deceased';
    const { of } = await wholeCase(world, freshSsn());
    settled(await world.proofing.giveSsn(of, new Redacted(freshSsn())));
    const { decision } = await check(world, of);
    if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
    const approval = await world.proofing.settleReview(decision.reference, 'approve', { ref: 'agent-7' });
    expect(approval).toEqual({ ok: false, error: 'cannot-approve' });
    expect(await world.proofing.identityOf(of)).toBeUndefined();
  });

  it('photos of no document at all: there is no identity, so nobody is asked to approve one, and the case is not left running for ever', async () => {
    world.script.document = { ...license, looksLike: 'unknown', data: { ok: false, error: 'no-barcode' } };
    const { of } = await wholeCase(world, freshSsn());
    for (const _ of [1, 2]) {
      for (const role of ['front', 'back'] as const) await addGoodPhoto(world, of, role);
      await check(world, of);
    }
    expect(await decisionOf(of)).toMatchObject({ outcome: 'try-again', reasons: ['front-is-no-document'] });
    const { id: caseId } = await current(world.proofing, of);
    expect((await world.proofing.openReviews()).filter((review) => review.caseId === caseId)).toEqual([]);
  });

  it('a license that states no last day does not hide that its holder is too young', async () => {
    if (!license.data.ok) throw new Error('the specimen has a barcode');
    const { expiryDate: _none, ...fields } = license.data.value.fields;
    const value = { ...license.data.value, fields: { ...fields, birthDate: '2016-01-01' } };
    world.script.document = { ...license, data: { ok: true, value } };
    const { view } = await wholeCase(world, freshSsn());
    expect(view.decision).toEqual({ outcome: 'refused', reasons: ['below-minimum-age'] });
  });
});

it('A7, A10: a face that no algorithm found and an agent compared is not said to be compared by an algorithm', async () => {
  world.script.face = { ok: false, image: 'selfie', problem: 'no-face' };
  const of = await world.newPerson();
  await world.start(of);
  await answerAll(world, of, freshSsn());
  for (const _ of [1, 2]) {
    await check(world, of);
    await addGoodPhoto(world, of, 'selfie');
  }
  await approve(of, (await check(world, of)).decision);
  expect((await world.proofing.identityOf(of))?.facts.evidence).toMatchObject([
    { kind: 'drivers-license', verified: [{ pathway: 'agent-comparison' }] },
    { kind: 'phone-account' },
  ]);
});
