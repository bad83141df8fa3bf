import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../journey/actor.ts';
import { goThrough, type Recorder } from '../journey/journey.ts';
import { openStage, type Stage } from '../support/browser/stage.ts';
import { account, newCode, otherSites, publicPages, refusedForms } from './accessibility/detours.ts';
import { type Finder, finder } from './accessibility/look.ts';
import { makeMistakes } from './accessibility/mistakes.ts';

vi.setConfig({ testTimeout: 240_000 });

let stage: Stage;
let database: pg.Client;
beforeAll(async () => {
  stage = await openStage();
  database = new pg.Client({ connectionString: stage.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await stage.close();
});

/** Looks at every page of the way before anything is done on it, and at what it says after a mistake. */
const recording = ({ look }: Finder): Recorder => ({
  async page(actor, name) {
    if (name === 'signet/verify/checking') return; // gone before it is looked at; shown standing in src/web/proofing
    await look(actor.page, name);
    await makeMistakes(actor, name, look);
  },
});

async function enter(id: string, lang: 'en' | 'es', said: string[]): Promise<Actor> {
  const actor = await stage.enter(id, { lang });
  actor.page.on('console', (line) => {
    if (line.type() === 'error' && !/status of [45]\d\d/.test(line.text())) said.push(line.text());
  });
  actor.page.on('pageerror', (error) => said.push(error.message));
  await actor.page.goto(`${stage.world.signet}/?lang=${lang}`);
  return actor;
}

describe.each([
  ['en', 'ana-rivera'],
  ['es', 'jose-nunez-ortiz'],
] as const)('in %s', (lang, id) => {
  it('WCAG 2.2 AA: the whole way to the agency, with every mistake on it, and back in again', async () => {
    const found = finder(lang);
    const actor = await enter(id, lang, found.faults);
    const { outcome } = await goThrough(actor, 'revenue', recording(found));
    expect(outcome).toBe('account');
    await goThrough(actor, 'benefits', recording(found));
    await account(actor, stage.world, found.look, (statement) => database.query(statement));
    expect(found.faults).toEqual([]);
  });

  it('WCAG 2.2 AA: public pages, dead ends, the agencies’ and the sandbox’s own pages', async () => {
    const found = finder(lang);
    const actor = await enter('nora-lindgren', lang, found.faults);
    await publicPages(actor.page, stage.world, found.look);
    await refusedForms(actor.page, stage.world, found.look);
    await newCode(actor, found.look);
    await otherSites(actor.page, stage.world, found.look, lang);
    expect(found.faults).toEqual([]);
  });
});
