import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sandboxPeople } from '../../sandbox/people/people.ts';
import { buildSandbox } from '../../scripts/build.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { startWorld, type World } from '../support/sites/world.ts';
import type { Actor, Way } from './actor.ts';
import { choosePeople, noteOnRunningSandbox } from './choose-people.ts';
import { goThrough, type JourneyResult, shots } from './journey.ts';
import { addAuthenticator } from './virtual-authenticator.ts';

const help = `Drives the whole journey in a real browser, as one sandbox person or as all of them.

  npm run journey -- [--person ID] [--lang en|es] [--way password|passkey|text|voice] [--keyboard] [--shots DIR] [--json FILE] [--running]

  --person ID   one of: ${sandboxPeople.map(({ id }) => id).join(', ')} (default: all)
  --running     drives the world that npm start runs, on its default ports; otherwise a fresh one is started. It leaves
                Ana Rivera to you unless you name her: whoever is verified there once cannot be verified again
  --shots DIR   leaves a picture of every page at 320 and 1280 px
  --json FILE   writes each step with its time, and the outcome`;

const ways: readonly Way[] = ['password', 'passkey', 'text', 'voice'];
const languages = ['en', 'es'] as const;

const { values: options } = parseArgs({
  options: {
    person: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    way: { type: 'string', default: 'password' },
    keyboard: { type: 'boolean', default: false },
    shots: { type: 'string' },
    json: { type: 'string' },
    running: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function run(): Promise<number> {
  const people = choosePeople(options.person, options.running);
  const way = ways.find((one) => one === options.way);
  const lang = languages.find((one) => one === options.lang);
  if (!people || !way || !lang) {
    const slip = people
      ? `choice "${way ? options.lang : options.way}"`
      : `sandbox person "${options.person}"`;
    console.error(`There is no ${slip}.\n\n${help}`);
    return 1;
  }
  const own = options.running ? undefined : await freshWorld();
  const world = own ?? running;
  const browser = await launchBrowser();
  const results: JourneyResult[] = [];
  try {
    for (const person of people) {
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
      const actor: Actor = {
        person,
        page,
        world,
        email: options.running ? fresh(person.email) : person.email,
        password: randomBytes(12).toString('base64url'),
        lang,
        keyboard: options.keyboard,
        way,
      };
      if (actor.way === 'passkey') actor.authenticator = await addAuthenticator(page);
      const result = await goThrough(
        actor,
        'revenue',
        options.shots ? shots(`${options.shots}/${person.id}`) : undefined,
      );
      results.push(result);
      print(result);
      await page.context().close();
    }
  } finally {
    await browser.close();
    await own?.stop();
  }
  if (options.running) console.log(`\n${noteOnRunningSandbox(people)}`);
  if (options.json) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
  return 0;
}

async function freshWorld(): Promise<World> {
  await buildSandbox();
  return startWorld({ environment: { SIGNET_LOG_LEVEL: 'warn' } });
}

const running = {
  signet: 'http://localhost:8080',
  revenue: 'http://localhost:8081',
  benefits: 'http://localhost:8082',
  sandbox: 'http://localhost:8083',
};

/** A running world may know this person already: another address makes another account. */
const fresh = (email: string): string => email.replace('@', `+${randomBytes(3).toString('hex')}@`);

function print({ person, steps, presses, outcome }: JourneyResult): void {
  console.log(`\n${person}`);
  for (const { name, page, ms } of steps)
    console.log(`  ${String(ms).padStart(6)} ms  ${name.padEnd(32)} ${page}`);
  console.log(`  → ${outcome}: ${steps.length} pages, ${presses} presses`);
}

if (options.help) console.log(help);
else process.exitCode = await run();
