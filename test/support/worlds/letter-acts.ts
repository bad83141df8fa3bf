import { sql } from 'kysely';
import { expect } from 'vitest';
import { days, type PersonId, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import { addGoodPhoto, check, confirmOwnPhone, current, settled } from './proofing-acts.ts';
import type { World } from './proofing-world.ts';

/** Numbers that nobody else of these tests has. */
let serial = 1000;
export const freshSsn = (): string => `903-41-${serial++}`;

/** What somebody does who wants no face check. */
export const letterActs = (theWorld: () => World) => {
  /** Gives every answer that is asked for. */
  async function answered(again?: PersonId): Promise<PersonId> {
    const world = theWorld();
    const of = again ?? (await world.newPerson());
    const { proofing } = world;
    await world.start(of, { ial: 2 });
    settled(await proofing.chooseDocument(of, 'license'));
    settled(await proofing.giveConsent(of, '1', 'face'));
    await addGoodPhoto(world, of, 'front');
    await addGoodPhoto(world, of, 'back');
    expect((await current(proofing, of)).step).toBe('phone'); // no face is asked for
    await confirmOwnPhone(world, of);
    settled(await proofing.giveSsn(of, new Redacted(freshSsn())));
    return of;
  }

  async function awaiting(): Promise<PersonId> {
    const of = await answered();
    expect((await check(theWorld(), of)).step).toBe('letter');
    return of;
  }

  const lettersTo = (of: PersonId) => theWorld().letters.filter((letter) => letter.person === of);
  const codeIn = (of: PersonId, at = -1) => lettersTo(of).at(at)?.code ?? '';
  const type = (of: PersonId, code: string) => theWorld().proofing.confirmMailedCode(of, new Redacted(code));

  return {
    answered,
    awaiting,
    lettersTo,
    codeIn,
    type,
    async typeRight(of: PersonId, at = -1) {
      const { id } = settled(await type(of, codeIn(of, at)));
      await theWorld().proofing.runChecks(id);
      return current(theWorld().proofing, of);
    },
    async images(of: PersonId): Promise<number> {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM proofing_images WHERE person = ${of}`.execute(theWorld().pool.db);
      return rows[0]?.n ?? 0;
    },
    decisionOf: async (of: PersonId) => (await current(theWorld().proofing, of)).decision,
    later: (milliseconds: number) => theWorld().clock.advance(milliseconds),
  };
};

/** The ISO day so many days from then. */
export const dayFrom = (at: Date, more: number): string =>
  new Date(at.getTime() + days(more)).toISOString().slice(0, 10);
