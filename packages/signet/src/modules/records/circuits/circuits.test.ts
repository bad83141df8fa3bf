import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../../test/support/database/database.ts';
import { manualClock } from '../../../../../../test/support/manual-clock.ts';
import { err, minutes, ok, type Result, seconds } from '../../../kernel/index.ts';
import { openPool, type Pool, transactOn } from '../../../platform/postgres/index.ts';
import type { RecordsUnavailable } from '../ports.ts';
import {
  type Circuits,
  circuitSettings,
  createCircuits,
  type OfficeName,
  postgresCircuits,
} from './index.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, (error) => console.error(error));
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

const clock = manualClock(new Date('2026-05-04T12:00:00Z'));
const heard: string[] = [];
beforeEach(async () => {
  heard.length = 0;
  await sql`DELETE FROM office_circuits`.execute(pool.db);
});

/** One process; several share the database. */
const node = (name = 'one'): Circuits =>
  createCircuits({
    clock,
    transact: transactOn(pool.db),
    store: postgresCircuits(pool.db),
    on: {
      opened: (office) => void heard.push(`${name}: ${office} opened`),
      closed: (office) => void heard.push(`${name}: ${office} closed`),
    },
  });

type Said = Result<'yes', RecordsUnavailable>;
const silence: Said = err('unavailable');
let asked = 0;
const ask = (circuits: Circuits, said: Said, office: OfficeName = 'motor-vehicles', counts = true) =>
  circuits.ask(office, counts, async () => {
    asked++;
    return said;
  });
const opens = circuitSettings.opensAfter;
async function fallSilent(circuits: Circuits): Promise<void> {
  for (let question = 0; question < opens; question++) await ask(circuits, silence);
  asked = 0;
}

describe('an office that is silent, question after question', () => {
  it('is asked no more, in no process, until one question tries it; its answer closes the circuit, and each is told of once', async () => {
    const [one, other] = [node('one'), node('other')];
    await fallSilent(one);
    const notBefore = new Date(clock.now().getTime() + seconds(30));
    expect(await ask(other, ok('yes'))).toEqual(
      err({ office: 'motor-vehicles', why: 'silent', asked: false, notBefore }),
    );
    expect(asked).toBe(0);
    expect(await ask(other, ok('yes'), 'social-security')).toEqual(ok('yes'));

    clock.advance(seconds(31));
    const answers = await Promise.all([ask(one, silence), ask(other, silence), ask(other, silence)]);
    expect(asked).toBe(2); // one of them, and the one to the other office before
    expect(answers.filter((said) => !said.ok && said.error.asked)).toHaveLength(1);

    clock.advance(minutes(1));
    expect(await ask(other, ok('yes'))).toEqual(ok('yes'));
    expect(await ask(one, ok('yes'))).toEqual(ok('yes'));
    expect(heard).toEqual(['one: motor-vehicles opened', 'other: motor-vehicles closed']);
  });

  it('is tried by one question alone, also of processes that see at the same moment that it is due', async () => {
    await fallSilent(node());
    clock.advance(seconds(31));
    const store = postgresCircuits(pool.db);
    let seen = 0;
    let all: () => void = () => {};
    const everybodyLooked = new Promise<void>((resolve) => {
      all = resolve;
    });
    const looking = createCircuits({
      clock,
      transact: transactOn(pool.db),
      store: {
        ...store,
        async of(office) {
          const circuit = await store.of(office);
          if (++seen === 3) all();
          await everybodyLooked;
          return circuit;
        },
      },
      on: { opened: () => {}, closed: () => {} },
    });
    await Promise.all([ask(looking, silence), ask(looking, silence), ask(looking, silence)]);
    expect(asked).toBe(1);
  });

  it('is tried further and further apart, by how many tries failed and not by how late they came', async () => {
    const circuits = node();
    await fallSilent(circuits);
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries++) {
      clock.advance(minutes(60));
      const said = await ask(circuits, silence);
      const until = said.ok ? undefined : said.error.notBefore;
      waits.push((until?.getTime() ?? 0) - clock.now().getTime());
    }
    expect(waits).toEqual([minutes(1), minutes(2), minutes(5), minutes(15), minutes(15), minutes(15)]);
    expect(asked).toBe(6);
  });

  it('a machine that stands still opens nothing: only questions count, and an answer between begins anew', async () => {
    const circuits = node();
    for (let question = 1; question < opens; question++) {
      await ask(circuits, silence);
      clock.advance(minutes(600));
    }
    await ask(circuits, ok('yes'));
    for (let question = 1; question < opens; question++) await ask(circuits, silence);
    expect(heard).toEqual([]);
    expect(await postgresCircuits(pool.db).open()).toEqual([]);
  });

  it('a try that is lost with its worker is not waited for', async () => {
    const circuits = node();
    await fallSilent(circuits);
    clock.advance(seconds(31));
    await new Promise<void>((asking) => {
      void circuits.ask('motor-vehicles', true, () => {
        asking();
        return new Promise<Said>(() => {});
      });
    });
    expect((await ask(circuits, ok('yes'))).ok).toBe(false);
    clock.advance(circuitSettings.tryTakes + seconds(1));
    expect(await ask(circuits, ok('yes'))).toEqual(ok('yes'));
  });
});

describe('who is not taken for a silent office', () => {
  it('attack: one question that is never answered, asked again and again, shuts the office off from nobody', async () => {
    const circuits = node();
    for (let question = 0; question < 3 * opens; question++)
      await ask(circuits, silence, 'motor-vehicles', question < 2);
    expect(await ask(circuits, ok('yes'))).toEqual(ok('yes'));
    expect(heard).toEqual([]);
  });

  it('finding D5: one that refuses our question is there: the fault is ours, and no circuit opens', async () => {
    const circuits = node();
    for (let question = 0; question < 2 * opens; question++) {
      expect(await ask(circuits, err('refused'))).toEqual(
        err({ office: 'motor-vehicles', why: 'refused', asked: true }),
      );
    }
    expect(heard).toEqual([]);
    await fallSilent(circuits);
    clock.advance(seconds(31));
    await ask(circuits, err('refused'));
    expect(heard.at(-1)).toBe('one: motor-vehicles closed');
  });

  it('a page that has less patience than a job opens nothing, and does not wait for an office that is silent', async () => {
    const circuits = node();
    const look = (said: Said) => circuits.askForPage('phone-carrier', async () => said);
    for (let question = 0; question < 2 * opens; question++) expect(await look(silence)).toEqual(silence);
    expect(heard).toEqual([]);
    for (let question = 0; question < opens; question++) await ask(circuits, silence, 'phone-carrier');
    expect(await look(ok('yes'))).toEqual(err('unavailable'));
  });

  it('attack, an office made silent and then asked by no case: the pages that weigh what it says ask it again', async () => {
    const circuits = node();
    for (let question = 0; question < opens; question++) await ask(circuits, silence, 'phone-carrier');
    const look = (said: Said) => circuits.askForPage('phone-carrier', async () => said);
    clock.advance(seconds(31));
    expect(await Promise.all([look(silence), look(silence), look(silence)])).toEqual([
      silence,
      silence,
      silence,
    ]);
    expect(heard).toEqual(['one: phone-carrier opened']);
    clock.advance(seconds(31));
    expect(await look(ok('yes'))).toEqual(ok('yes'));
    expect(heard).toEqual(['one: phone-carrier opened', 'one: phone-carrier closed']);
    expect(await look(ok('yes'))).toEqual(ok('yes'));
  });
});
