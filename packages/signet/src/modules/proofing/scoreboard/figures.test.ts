import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addGoodPhoto,
  answerAll,
  check,
  settled,
} from '../../../../../../test/support/worlds/proofing-acts.ts';
import { faces, Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import { days, hours, minutes, Redacted } from '../../../kernel/index.ts';
import type { FiguresLine, SeenFrom } from './index.ts';
import { lastDays, wholeWeeks } from './window.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let serial = 1000;
const freshSsn = () => `906-26-${serial++}`;

const desk: SeenFrom = { language: 'en', device: 'desk' };
const phone: SeenFrom = { language: 'es', device: 'phone' };

async function begin(from: SeenFrom) {
  Object.assign(world.script, new Script());
  await world.forgetTries();
  const of = await world.newPerson();
  await world.transact((tx) => world.proofing.startCase(tx, of, { ial: 1 }, from));
  return of;
}

async function answered(from: SeenFrom) {
  const of = await begin(from);
  await answerAll(world, of, freshSsn());
  return of;
}

const figures = (least: number) => world.proofing.figures({ ...lastDays(world.clock.now(), 28), least });

/** As told: started, passed, failed, to a person, left. */
const told = (lines: readonly FiguresLine[], name: string) => {
  const line = lines.find((one) => one.name === name);
  return line && [line.started, line.passed, line.failed, line.person, line.left];
};

it('A25: pass, fail, abandonment and time, by path, step, language and device, add up to what people did', async () => {
  for (let people = 0; people < 3; people++) {
    const of = await begin(desk);
    await answerAll(world, of, freshSsn());
    world.clock.advance(minutes(3)); // at "check your answers"
    expect((await check(world, of)).decision).toEqual({ outcome: 'verified' });
  }
  const again = await answered(desk);
  world.clock.advance(minutes(3));
  world.script.socialSecurity = 'no-match';
  expect((await check(world, again)).decision).toMatchObject({ outcome: 'try-again', step: 'ssn' });
  world.script.socialSecurity = 'match';
  settled(await world.proofing.giveSsn(again, new Redacted(freshSsn())));
  expect((await check(world, again)).decision).toEqual({ outcome: 'verified' });

  const refused = await answered(phone);
  world.script.face = faces(0.41);
  const { decision } = await check(world, refused);
  if (decision?.outcome !== 'needs-person') throw new Error('expected a review');
  settled(await world.proofing.settleReview(decision.reference, 'refuse', { ref: 'agent-7' }));

  const stopped = await begin(phone);
  await world.proofing.chooseDocument(stopped, 'passport');
  await world.proofing.giveConsent(stopped, '1');
  await addGoodPhoto(world, stopped, 'data-page');
  await world.proofing.withdraw(stopped);

  await begin(phone);
  world.clock.advance(hours(73));
  await world.proofing.sweep();

  const { total, by } = await figures(1);
  expect(told([total], 'all')).toEqual([7, 4, 1, 0, 2]);
  expect(by.path.map(({ name }) => name).toSorted()).toEqual([
    'license/face',
    'none/not-chosen',
    'passport/face',
  ]);
  expect(told(by.path, 'license/face')).toEqual([5, 4, 1, 0, 0]);
  expect(told(by.path, 'passport/face')).toEqual([1, 0, 0, 0, 1]);
  expect(told(by.path, 'none/not-chosen')).toEqual([1, 0, 0, 0, 1]);
  expect(told(by.language, 'en')).toEqual([4, 4, 0, 0, 0]);
  expect(told(by.language, 'es')).toEqual([3, 0, 1, 0, 2]);
  expect(told(by.device, 'phone')).toEqual([3, 0, 1, 0, 2]);
  expect(told(by.step, 'choose')).toEqual([7, 6, 0, 0, 1]);
  expect(told(by.step, 'consent')).toEqual([6, 6, 0, 0, 0]);
  expect(told(by.step, 'data-page')).toEqual([1, 1, 0, 0, 0]);
  expect(told(by.step, 'selfie')).toEqual([6, 5, 0, 0, 1]);
  expect(told(by.step, 'ssn')).toEqual([6, 6, 0, 0, 0]); // one was asked twice
  expect(told(by.step, 'checking')).toEqual([6, 4, 1, 1, 0]);
  expect(told(by.step, 'review')).toEqual([1, 0, 1, 0, 0]);
  expect(by.path.find(({ name }) => name === 'license/face')?.half).toBe('under-5-minutes');
  expect(by.step.find(({ name }) => name === 'check-answers')?.half).toBe('under-5-minutes');
  expect(by.step.find(({ name }) => name === 'checking')?.half).toBe('under-10-seconds');
  const met = ['choose', 'consent', 'front', 'back', 'data-page', 'selfie', 'phone', 'phone-code', 'ssn'];
  expect(by.step.map(({ name }) => name)).toEqual([...met, 'check-answers', 'checking', 'review']);
  for (const lines of Object.values(by)) {
    for (const { started, passed, failed, person, left } of lines) {
      expect(started).toBe((passed ?? 0) + (failed ?? 0) + (person ?? 0) + (left ?? 0));
    }
  }

  const few = await figures(10);
  expect(JSON.stringify(few.by)).not.toMatch(/"(started|passed|failed|person|left)":[1-9]/);
  expect(few.by.step).toEqual([]); // from the steps of all, what is untold of all would follow
  expect(few.by.path.every(({ half }) => half === undefined)).toBe(true);
});

it('A25: what is counted leads back to nobody: days and kinds, and no time', async () => {
  const { rows } = await sql<Record<string, unknown>>`SELECT * FROM proofing_passages`.execute(world.pool.db);
  expect(rows.length).toBeGreaterThan(10);
  const { rows: columns } = await sql<{ column_name: string; data_type: string }>`
    SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'proofing_passages'`.execute(
    world.pool.db,
  );
  expect([...new Set(columns.map(({ data_type }) => data_type))].toSorted()).toEqual([
    'bigint',
    'date',
    'text',
  ]);
});

it('attack: reading the page each day, or each week, does not tell how it went for those of one day or week', () => {
  const first = { since: '2026-11-02', until: '2026-11-30' };
  expect(wholeWeeks(new Date('2026-11-29T23:59:59Z'))).toEqual({ since: '2026-10-05', until: '2026-11-02' });
  expect(wholeWeeks(new Date('2026-11-30T00:00:00Z'))).toEqual(first);
  expect(wholeWeeks(new Date('2026-12-07T00:00:00Z'))).toEqual(first);
  expect(wholeWeeks(new Date('2026-12-27T23:59:59Z'))).toEqual(first);
  expect(wholeWeeks(new Date('2026-12-28T00:00:00Z'))).toEqual({ since: '2026-11-30', until: '2026-12-28' });
});

it('attack: no two pages, of whichever days, have a day in common that they do not share whole', () => {
  const start = Date.parse('2026-06-01T12:00:00Z');
  const pages = Array.from({ length: 200 }, (_, day) => wholeWeeks(new Date(start + days(day))));
  for (const one of pages)
    for (const other of pages)
      if (one.since < other.until && other.since < one.until) expect(one).toEqual(other);
});
