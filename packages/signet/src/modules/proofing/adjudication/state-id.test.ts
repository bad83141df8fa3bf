import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { wholeCase } from '../../../../../../test/support/worlds/proofing-acts.ts';
import {
  confirmed,
  license,
  Script,
  withFields,
} from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import type { CardType } from '../../evidence/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
});

let serial = 1000;
const freshSsn = () => `903-24-${serial++}`;

/** Somebody who chose one card and shows what its barcode and its print say. */
function shown(chosen: CardType, barcode: CardType | undefined, print: CardType | undefined) {
  if (!license.data.ok) throw new Error('the specimen has a barcode');
  const value = { ...license.data.value, ...(barcode && { cardType: barcode }) };
  world.script.document = {
    ...license,
    data: { ok: true, value },
    ...(print && { printedCardType: print }),
  };
  return wholeCase(world, freshSsn(), chosen);
}

const rated = { license: 'drivers-license', 'state-id': 'state-id' } as const;

it.each<[string, CardType, CardType | undefined, CardType | undefined, CardType]>([
  ['a state ID, chosen as such', 'state-id', 'state-id', 'state-id', 'state-id'],
  ['a state ID, chosen as a license', 'license', 'state-id', 'state-id', 'state-id'],
  ['a license, chosen as a state ID', 'state-id', 'license', 'license', 'license'],
  ['a barcode that does not say: the print does', 'license', undefined, 'state-id', 'state-id'],
  ['a card that does not say: the person does', 'state-id', undefined, undefined, 'state-id'],
])('A4, A27: %s', async (_, chosen, barcode, print, is) => {
  const { of, view } = await shown(chosen, barcode, print);
  expect(view.decision).toEqual({ outcome: 'verified' });
  const proven = await world.proofing.identityOf(of);
  expect(proven).toMatchObject({ ial: 2 });
  expect(proven?.facts.evidence[0]).toMatchObject({ kind: rated[is], issuer: '636999' });
  expect(await world.readIdentity(of)).toMatchObject({ document: { type: is } });
});

it('finding D13: the office is told which card it is, where the card says so, and not what its holder believes', async () => {
  await shown('license', 'state-id', 'state-id');
  expect(world.script.asked[0]).toMatchObject({ documentCategory: 'id-card' });
  await shown('state-id', undefined, undefined);
  const again = world.script.asked.findLast((query) => 'documentNumber' in (query as object));
  expect(again).not.toHaveProperty('documentCategory');
});

it('finding D13: an office that compares the first word of a given name has borne it out, and of a family name nothing', async () => {
  const match = { ...confirmed.match, givenName: 'first-word' } as const;
  world.script.motorVehicles = { ...confirmed, match };
  expect((await shown('license', 'license', 'license')).view.decision).toEqual({ outcome: 'verified' });
  world.script.motorVehicles = { ...confirmed, match: { ...match, familyName: 'first-word' } };
  expect((await shown('license', 'license', 'license')).view.decision).toMatchObject({
    outcome: 'try-again',
  });
});

it('finding D5: no office is asked with an empty name about somebody who has one name only', async () => {
  world.script.document = withFields({ familyName: 'WIKASMARA', givenName: '' });
  const { of, view } = await wholeCase(world, freshSsn());
  expect(view.decision).toEqual({ outcome: 'verified' });
  expect(world.script.asked).toHaveLength(3);
  for (const query of world.script.asked) expect(query).not.toHaveProperty('givenName');
  expect(await world.readIdentity(of)).toMatchObject({ givenName: '', familyName: 'WIKASMARA' });
  const told = world.notices.findLast(({ person }) => person === of)?.notice;
  expect(told?.kind === 'identity-verified' && told.recipient?.reveal().name).toBe('WIKASMARA');
});

it.each<[CardType, CardType]>([
  ['license', 'state-id'],
  ['state-id', 'license'],
])(
  'A18: attack, the barcode of a %s behind the print of a %s: a person looks, and no office is asked',
  async (barcode, print) => {
    const { view } = await shown(print, barcode, print);
    expect(view.decision).toMatchObject({ outcome: 'needs-person', reasons: ['document-needs-a-look'] });
    expect(world.script.calls).toMatchObject({ motorVehicles: 0, socialSecurity: 0 });
  },
);

it('A18: a case that has to be done over calls the card what it is, and says what had been chosen', async () => {
  world.script.document = {
    ...license,
    printedCardType: 'state-id',
    comparison: license.comparison.map((one) => ({ ...one, agreement: 'unread' })),
  };
  const { view } = await wholeCase(world, freshSsn(), 'license');
  expect(view.decision).toMatchObject({ outcome: 'try-again', step: 'front' });
  expect(view.answers).toMatchObject({ document: 'state-id', corrected: { chosen: 'license' } });
});
