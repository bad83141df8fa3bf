import type { Browser, BrowserContextOptions } from 'playwright-core';
import { type SandboxPerson, sandboxPeople } from '../../../sandbox/index.ts';
import type { Actor } from '../../journey/actor.ts';
import { createTestDatabase, type TestDatabase } from '../database/database.ts';
import { startWorld, type World, type WorldOptions } from '../sites/world.ts';
import { launchBrowser } from './browser.ts';

/** A world with a browser in front of it, for the tests of one file. */
export interface Stage {
  /** The world as it runs now. */
  readonly world: World;
  readonly browser: Browser;
  readonly databaseUrl: string;
  /** A sandbox person in a browser of their own. */
  enter(id: string, over?: Partial<Actor>, context?: BrowserContextOptions): Promise<Actor>;
  /** Kills the whole program, as a power cut would, and starts it again on what it kept. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(options: WorldOptions = {}): Promise<Stage> {
  const database: TestDatabase = await createTestDatabase({ empty: true });
  let [world, browser] = await Promise.all([
    startWorld({ databaseUrl: database.url, ...options }),
    launchBrowser(),
  ]);
  return {
    get world() {
      return world;
    },
    browser,
    databaseUrl: database.url,
    async enter(id, over = {}, context = {}) {
      const page = await (
        await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context })
      ).newPage();
      const person = byId(id);
      return {
        person,
        page,
        world,
        email: person.email,
        password: 'a lamp for quiet evenings',
        lang: 'en',
        keyboard: false,
        way: 'password',
        ...over,
      };
    },
    async restart() {
      const { dataDir, ports } = world;
      await world.kill();
      world = await startWorld({ databaseUrl: database.url, ...options, dataDir, ports });
    },
    async close() {
      await browser.close();
      await world.stop();
      await database.drop();
    },
  };
}

function byId(id: string): SandboxPerson {
  const person = sandboxPeople.find((one) => one.id === id);
  if (!person) throw new Error(`no sandbox person ${id}`);
  return person;
}
