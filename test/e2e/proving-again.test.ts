import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../journey/actor.ts';
import { goOn, goThrough, shots } from '../journey/journey.ts';
import { provingAgainActs } from '../journey/recovery-acts.ts';
import { addAuthenticator } from '../journey/virtual-authenticator.ts';
import { openStage, type Stage } from '../support/browser/stage.ts';
import { photosSeenLater } from '../support/sites/world.ts';

vi.setConfig({ testTimeout: 240_000 }); // two proofings and an agency's pages

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ environment: photosSeenLater });
});
afterAll(() => stage?.close());

const recorder = (name: string) =>
  process.env.SIGNET_SHOTS ? shots(`${process.env.SIGNET_SHOTS}/${name}`) : undefined;

/** A browser of theirs that knows nothing: everything but the mailbox, the wallet and the face is lost. */
async function afterTheFire({ person, email, lang, keyboard }: Actor, way: Actor['way']): Promise<Actor> {
  const fresh = await stage.enter(person.id, {
    email,
    lang,
    keyboard,
    way,
    password: 'another lamp for the night',
  });
  if (way === 'passkey') fresh.authenticator = await addAuthenticator(fresh.page);
  return fresh;
}

async function recover(actor: Actor) {
  await actor.page.goto(`${actor.world.signet}/recover?lang=${actor.lang}`);
  return goOn(actor, recorder(`recover-${actor.lang}`), /^signet\/account/, provingAgainActs);
}

/** What the agency shows of them: their own records, and under which of its own names for them. */
const records = async ({ page, world }: Actor): Promise<string> => {
  await page.goto(`${world.revenue}/transcripts`);
  return (await page.locator('main').textContent()) ?? '';
};

describe.each([
  // a new password and a new app take the places of the old ones: nothing is left to ask about
  ['en', 'ana-rivera', 'passkey', false, 'what is lost'],
  ['es', 'jose-nunez-ortiz', 'password', true, 'recovery codes'],
] as const)('B15, in %s', (lang, id, way, keyboard, last) => {
  it(`${id} lost everything but the mailbox, proves again who they are, binds a ${way}, and the agency knows them`, async () => {
    const before = await stage.enter(id, { lang, keyboard });
    expect((await goThrough(before, 'revenue')).outcome).toBe('account');
    const transcript = await records(before);
    await before.page.context().close();

    const actor = await afterTheFire(before, way);
    const { steps, outcome } = await recover(actor);
    expect(outcome).toBe('stopped');
    const names = steps.map(({ name }) => name);
    expect(names).toContain('proven again');
    expect(names).toContain('recovery codes');
    expect(names.at(-1)).toBe(last);

    const again = await goThrough(actor, 'revenue');
    expect(again.outcome).toBe('account');
    expect(again.steps.map(({ page }) => page).filter((page) => page.startsWith('signet/verify'))).toEqual(
      [],
    );
    expect(await records(actor)).toBe(transcript);
    await actor.page.context().close();
  });
});
