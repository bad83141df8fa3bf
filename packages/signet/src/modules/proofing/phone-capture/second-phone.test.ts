import { afterAll, beforeAll, expect, it } from 'vitest';
import { addGoodPhoto, settled } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { newToken } from '../../../kernel/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

it('a second phone with a link whose photos are all there: it is told that they are, and changes nothing', async () => {
  const { phoneCapture, chooseDocument, giveConsent } = world.proofing;
  const of = await world.newPerson();
  await world.start(of);
  await chooseDocument(of, 'license');
  await giveConsent(of, '1');
  const made = settled(await phoneCapture.makeLink(of, { session: crypto.randomUUID(), language: 'en' }));
  const [first, second] = [1, 2].map(() => ({ own: newToken(), link: made.token }));
  if (!first || !second) throw new Error('expected two phones');
  const standing = async (phone: typeof first) => (await phoneCapture.atPhone(phone))?.link.standing;
  await phoneCapture.join(first);
  expect(await standing(second)).toEqual({ is: 'another-phone' });
  for (const role of ['front', 'back', 'selfie'] as const) await addGoodPhoto(world, of, role);
  expect(await standing(second)).toEqual({ is: 'done' });
  expect(await phoneCapture.join(second)).toBe(false);
  await phoneCapture.refuse(second);
  expect(await standing(first)).toEqual({ is: 'done' });
  expect((await phoneCapture.atDesk(of)).link?.standing).toEqual({ is: 'done' });
});
