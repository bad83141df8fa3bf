import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settled } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { photoBytes, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import type { PersonId } from '../../../kernel/index.ts';

let world: World;
let of: PersonId;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  Object.assign(world.script, new Script());
  of = await world.newPerson();
  await world.start(of);
  await world.proofing.chooseDocument(of, 'license');
  await world.proofing.giveConsent(of, '1');
});

const send = (sending?: string) => world.proofing.addPhoto(of, 'front', photoBytes(), sending);
const problemsOf = async () => (await world.proofing.currentCase(of))?.answers.photos.front?.problems;

describe('a photo', () => {
  it('finding P1: is taken with all that a quick look finds, and asked for again', async () => {
    world.script.seenAtOnce = ['cut-off', 'too-dark'];
    expect(await send()).toEqual({
      ok: false,
      error: { code: 'poor-quality', problems: ['cut-off', 'too-dark'], mayUseAnyway: false },
    });
    world.script.seenAtOnce = [];
    expect(settled(await send()).step).toBe('back');
  });

  it('finding P1: nobody can look: it is taken, marked as unseen, and what was measured still counts', async () => {
    world.script.seenAtOnce = undefined;
    expect(settled(await send()).answers.photos.front).toMatchObject({ settled: true, unseen: true });
    world.script.quality = { ...world.script.quality, problems: ['blurry'] };
    expect(await send()).toMatchObject({ ok: false, error: { problems: ['blurry'] } });
  });

  it('finding P1: what a document says of itself is not used anyway, however often it is sent', async () => {
    world.script.seenAtOnce = ['expired'];
    for (const _ of [1, 2, 3]) expect(await send()).toMatchObject({ error: { mayUseAnyway: false } });
    expect(await world.proofing.usePhotoAnyway(of, 'front')).toMatchObject({ ok: false });
  });

  it('A4: of the other of two cards is that card’s photo: the choice is changed, and nothing is asked for again', async () => {
    world.script.seenAtOnce = [];
    world.script.cardAtOnce = 'state-id';
    const front = settled(await send());
    expect(front.step).toBe('back');
    expect(front.answers).toMatchObject({
      document: 'state-id',
      corrected: { chosen: 'license', by: 'front' },
      photos: { front: { settled: true } },
    });
    world.script.cardAtOnce = 'license'; // the barcode has the last word
    const back = settled(await world.proofing.addPhoto(of, 'back', photoBytes()));
    expect(back.step).toBe('selfie');
    expect(back.answers.document).toBe('license');
    expect(back.answers).not.toHaveProperty('corrected');
    world.script.cardAtOnce = 'state-id';
    await send();
    const chosen = settled(await world.proofing.chooseDocument(of, 'passport'));
    expect(chosen.answers).toMatchObject({ document: 'passport', photos: {} });
    expect(chosen.answers).not.toHaveProperty('corrected');
  });

  it.each(['other-side', 'other-document', 'document-as-selfie'] as const)(
    'finding P1: a photo that shows another thing (%s) is not used anyway, also beside what might be',
    async (problem) => {
      world.script.seenAtOnce = ['blurry', problem];
      for (const _ of [1, 2, 3]) expect(await send()).toMatchObject({ error: { mayUseAnyway: false } });
      expect(await world.proofing.usePhotoAnyway(of, 'front')).toMatchObject({ ok: false });
      world.script.seenAtOnce = ['blurry'];
      expect(await send()).toMatchObject({ error: { mayUseAnyway: true } });
    },
  );

  it('finding P7: the same sending twice, one after the other or at once: one photo, one try, the same answer', async () => {
    world.script.seenAtOnce = ['too-dark'];
    const twice = await Promise.all([send('sending-of-this-page-1'), send('sending-of-this-page-1')]);
    const again = await send('sending-of-this-page-1');
    for (const answer of [...twice, again])
      expect(answer).toMatchObject({ ok: false, error: { code: 'poor-quality', mayUseAnyway: false } });
    expect(await problemsOf()).toEqual(['too-dark']);
    expect(await send('sending-of-this-page-2')).toMatchObject({ error: { mayUseAnyway: true } });
  });
});
